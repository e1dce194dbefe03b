"""Ids that grow with time, from what PostgreSQL 15 knows, and how often an import was tried."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

# As `uuidv7()`, which only PostgreSQL 18 has: the milliseconds, the digit 7, twelve bits of the
# fraction, then the variant and 62 random bits of a random id. Rows that are written together
# stand together in their index. One expression without FROM, so that it is inlined.
CREATE = """
CREATE FUNCTION time_ordered_uuid() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT (overlay(
        lpad(to_hex((date_part('epoch', clock_timestamp()) * 4096000)::bigint), 15, '0')
        PLACING '7' FROM 13 FOR 0) || right(gen_random_uuid()::text, 17))::uuid
$$
"""


class Migration(migrations.Migration):
    dependencies = [("models", "0013_entries")]
    operations = [
        ops.RunSQL(CREATE, reverse_sql="DROP FUNCTION time_ordered_uuid()"),
        ops.AddField(
            model_name="Import",
            name="tries",
            field=fields.IntField(db_default=0),
        ),
    ]
