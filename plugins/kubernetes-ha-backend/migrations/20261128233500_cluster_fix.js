/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * What each change would gain in each cluster, so that the fix list of a fleet
 * is joined and paged in SQL instead of from every scorecard; written anew only
 * when it changed, which the digest beside the assessment tells. Existing
 * clusters are filled at their next assessment, an interval later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_fix', table => {
    table.comment(
      'Changes that raise the score of a cluster or make checks visible',
    );
    table.string('cluster', 63).notNullable();
    table
      .text('cause')
      .notNullable()
      .comment(
        'What clusters have in common: source and reason, or check; machines by themselves',
      );
    table.integer('gain').notNullable().comment('Points of score');
    table
      .integer('visible')
      .notNullable()
      .comment('Checks that become visible');
    table.integer('then_score').comment('The score once it is done');
    table.string('then_grade', 1);
    table
      .text('body')
      .notNullable()
      .comment('JSON of the kind, check, source and machines');
    table.primary(['cluster', 'cause']);
    table.index(['cause'], 'cluster_fix_cause_idx');
  });
  await knex.schema.alterTable('assessment', table => {
    table
      .string('fixes_digest', 64)
      .comment('SHA-256 of the rows of cluster_fix');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessment', table => {
    table.dropColumn('fixes_digest');
  });
  await knex.schema.dropTable('cluster_fix');
};
