// @ts-check

/**
 * One row per change of health. `previous_id` is the row before it for the same object (0 for the first): being
 * unique, it lets several replicas see the same change and one of them write it.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('socle_transitions', table => {
    table.increments('id');
    table.string('cluster', 100).notNullable();
    table.string('object_key', 700).notNullable();
    table.integer('previous_id').notNullable();
    table.text('ref').notNullable();
    table.bigInteger('at').notNullable();
    table.string('from_status', 20).nullable();
    table.string('to_status', 20).notNullable();
    table.string('reason', 200).nullable();
    table.text('message').nullable();
    table.unique(['cluster', 'object_key', 'previous_id'], {
      indexName: 'socle_transitions_once',
    });
    table.index(['cluster', 'at'], 'socle_transitions_by_time');
    table.index(['cluster', 'object_key', 'id'], 'socle_transitions_by_object');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('socle_transitions');
};
