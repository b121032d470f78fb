/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * What a change rests on: the settled status of each check beside the one that
 * waits to be seen a second time; collections in a row that failed; when a
 * cluster was removed; and the last observed value of a section beside a newest
 * signal that is none. Existing rows: verdicts are taken from the stored
 * scorecard at the next assessment, removed_at at the next start. Small tables;
 * signal gets empty columns, without a rewrite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessment', table => {
    table
      .text('verdicts')
      .comment(
        'JSON by check (and grade): the settled value, and a pending one that one collection has seen',
      );
  });
  await knex.schema.alterTable('collection', table => {
    table
      .integer('silent')
      .notNullable()
      .defaultTo(0)
      .comment('Collections in a row in which nothing answered');
    table
      .integer('failed')
      .notNullable()
      .defaultTo(0)
      .comment('Collections in a row in which a read failed in passing');
  });
  await knex.schema.alterTable('cluster', table => {
    table
      .string('removed_at', 24)
      .comment('Since when it is configured no more; null while it is');
  });
  await knex.schema.alterTable('signal', table => {
    table
      .string('last_encoding', 16)
      .comment('How last_body is packed; null when body is observed');
    table
      .binary('last_body')
      .comment('The last observed signal, while the newest is none');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('signal', table => {
    table.dropColumn('last_body');
    table.dropColumn('last_encoding');
  });
  await knex.schema.alterTable('cluster', table => {
    table.dropColumn('removed_at');
  });
  await knex.schema.alterTable('collection', table => {
    table.dropColumn('failed');
    table.dropColumn('silent');
  });
  await knex.schema.alterTable('assessment', table => {
    table.dropColumn('verdicts');
  });
};
