/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * What a fleet is ordered and filtered by, beside the score: what is first to
 * be said of a cluster, how much is broken, and how much is seen. Existing rows
 * are filled at the next assessment, an interval later; until then they count
 * as not visible. One row a cluster, without a rewrite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessment', table => {
    table
      .string('verdict', 16)
      .comment(
        'Of the headline: broken, weak or not-visible; null when all passes',
      );
    table
      .string('headline_severity', 16)
      .comment('Severity of the headline: critical, high, medium or low');
    table.integer('broken').comment('Causes that are broken now');
    table
      .integer('visibility')
      .comment(
        'Checks seen of those that apply, in hundredths of a per cent; null when none applies',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessment', table => {
    table.dropColumn('visibility');
    table.dropColumn('broken');
    table.dropColumn('headline_severity');
    table.dropColumn('verdict');
  });
};
