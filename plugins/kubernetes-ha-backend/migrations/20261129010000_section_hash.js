/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// @ts-check

/**
 * The hash of a section beside it: a snapshot is named by the hashes of its
 * sections, and hashing the pods of a cluster takes longer than reading them.
 * Rows without one are hashed when they are read. An empty column, no rewrite.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('signal', table => {
    table
      .string('hash', 80)
      .comment(
        'Epoch, space, SHA-256 (hex) of the canonical JSON of the signal in body',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('signal', table => {
    table.dropColumn('hash');
  });
};
