/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * What the score over time is told by: how long each score held in an hour or
 * a day, what came first in an assessment, and the cause of each finding.
 * Existing rows stay as they are: an hour without `held` counts whole at its
 * lowest score, a finding without a cause is one of its own. Empty columns,
 * without a rewrite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('history', table => {
    table
      .text('held')
      .comment(
        'Of an hour or day: JSON, milliseconds by score (none: assessed without a score)',
      );
    table
      .string('headline', 160)
      .comment(
        'What came first: verdict, a space, check id; of an hour or day at its lowest',
      );
  });
  await knex.schema.alterTable('finding', table => {
    table
      .string('cause_id', 200)
      .comment('What it follows from; findings of one cause share it');
    table.text('cause').comment('JSON of that cause in short');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('finding', table => {
    table.dropColumn('cause');
    table.dropColumn('cause_id');
  });
  await knex.schema.alterTable('history', table => {
    table.dropColumn('headline');
    table.dropColumn('held');
  });
};
