/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * What was judged: the newest assessment of each cluster (what lists and pages
 * show), the scorecards and snapshots behind each change, findings over time,
 * and the score over time in three densities.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('assessment', table => {
    table.comment('The newest judgement of each cluster');
    table.string('cluster', 63).primary();
    table
      .integer('version')
      .notNullable()
      .comment(
        'Counts writes: two replicas that judge at once cannot both win',
      );
    table.string('taken_at', 24).notNullable();
    table
      .string('digest', 64)
      .notNullable()
      .comment('SHA-256 of grade, score and statuses: another one is a change');
    table.string('snapshot_hash', 64).notNullable();
    table
      .integer('score')
      .comment('0 to 100; null when nothing could be scored');
    table.string('grade', 1).comment('A to F; null without a score');
    table.boolean('provisional').notNullable();
    table.string('limited_by_layer', 16);
    table.integer('open_fail').notNullable();
    table.integer('open_warn').notNullable();
    table.integer('open_unknown').notNullable();
    table
      .boolean('critical_fail')
      .notNullable()
      .comment('A critical check fails');
    table
      .string('observed_at', 24)
      .comment('Newest time at which anything was observed');
    table
      .text('summary')
      .notNullable()
      .comment('JSON of what a fleet row shows');
    table.string('encoding', 16).notNullable();
    table.binary('scorecard').notNullable();
    table.index(['score'], 'assessment_score_idx');
  });

  await knex.schema.createTable('layer_state', table => {
    table.comment('The newest status of each layer, for filters of the fleet');
    table.string('cluster', 63).notNullable();
    table.string('layer', 16).notNullable();
    table.string('status', 16).notNullable();
    table.integer('score');
    table.boolean('provisional').notNullable();
    table.primary(['cluster', 'layer']);
    table.index(['layer', 'status'], 'layer_state_status_idx');
  });

  await knex.schema.createTable('finding', table => {
    table.comment('Checks that did not pass, from first seen to resolved');
    table.string('id').primary().comment('<cluster>/<check id>/<first seen>');
    table.string('cluster', 63).notNullable();
    table.string('check_id', 128).notNullable();
    table.string('layer', 16).notNullable();
    table.string('severity', 16).notNullable();
    table
      .integer('rank')
      .notNullable()
      .comment('Order on screen: lower is worse (severity, then status)');
    table.string('status', 16).notNullable().comment('fail, warn or unknown');
    table.string('first_seen', 24).notNullable();
    table
      .string('last_seen', 24)
      .notNullable()
      .comment(
        'Brought up to date on change and at the end; while open, the newest assessment saw it',
      );
    table.string('resolved_at', 24);
    table
      .text('result')
      .notNullable()
      .comment('JSON of the newest result that differed in status or reason');
    table.index(['cluster', 'resolved_at', 'rank'], 'finding_cluster_idx');
  });
  // One open finding for a check of a cluster, whatever two replicas do at once.
  await knex.raw(
    'create unique index finding_open_idx on finding (cluster, check_id) where resolved_at is null',
  );

  await knex.schema.createTable('scorecard', table => {
    table.comment('The scorecard at each change: in force until the next one');
    table.string('cluster', 63).notNullable();
    table.string('taken_at', 24).notNullable();
    table.string('encoding', 16).notNullable();
    table.binary('body').notNullable();
    table.primary(['cluster', 'taken_at']);
  });

  await knex.schema.createTable('snapshot', table => {
    table.comment('The snapshot behind each change of grade or findings');
    table.string('cluster', 63).notNullable();
    table.string('hash', 64).notNullable();
    table.string('taken_at', 24).notNullable();
    table
      .string('cause', 24)
      .notNullable()
      .comment('first, grade-changed or findings-changed');
    table.string('encoding', 16).notNullable();
    table.binary('body').notNullable();
    table.primary(['cluster', 'hash']);
    table.index(['cluster', 'taken_at'], 'snapshot_cluster_idx');
  });

  await knex.schema.createTable('history', table => {
    table.comment('The score over time: raw 48 h, hourly 30 d, daily 2 y');
    table.string('cluster', 63).notNullable();
    table.string('resolution', 8).notNullable().comment('raw, hour or day');
    table
      .string('at', 24)
      .notNullable()
      .comment('Time of the assessment; beginning of the hour or day');
    table.integer('score').comment('For an hour or day: its lowest');
    table.string('grade', 1);
    table.boolean('provisional').notNullable();
    table.string('limited_by_layer', 16);
    table.string('snapshot_hash', 64);
    table.primary(['cluster', 'resolution', 'at']);
    table.index(['resolution', 'at'], 'history_age_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'history',
    'snapshot',
    'scorecard',
    'finding',
    'layer_state',
    'assessment',
  ]) {
    await knex.schema.dropTable(table);
  }
};
