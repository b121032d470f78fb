/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * Fences and search: a look that hung does not overwrite the outcome of a later
 * one; a judgement in which only the subjects changed is told from one in
 * which a status did; the fleet is searched in any script, for SQLite lowers
 * ASCII letters only. Existing rows are filled at the next start, look and
 * judgement. Small tables, no rewrite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('collection', table => {
    table
      .integer('epoch')
      .notNullable()
      .defaultTo(0)
      .comment('Collection that wrote it; an older one never overwrites');
  });
  await knex.schema.alterTable('assessment', table => {
    table
      .string('subjects_digest', 64)
      .comment('SHA-256 of what each check names, beside digest');
  });
  await knex.schema.alterTable('cluster', table => {
    table
      .text('search')
      .notNullable()
      .defaultTo('')
      .comment('Name, title and owner in lower case, one a line');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cluster', table => {
    table.dropColumn('search');
  });
  await knex.schema.alterTable('assessment', table => {
    table.dropColumn('subjects_digest');
  });
  await knex.schema.alterTable('collection', table => {
    table.dropColumn('epoch');
  });
};
