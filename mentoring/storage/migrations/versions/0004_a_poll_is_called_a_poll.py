"""Times put to both are a poll; *agreement* is the word for what the two agree on for their tandem."""

from alembic import op

revision = "0004"
down_revision = "0003"

KINDS = (("postings", "agreement", "poll"), ("timers", "agreement-due", "poll-due"))


def upgrade() -> None:
    op.drop_index("ix_agreements_tandem_id", table_name="agreements")
    op.drop_index("ix_agreements_state", table_name="agreements")
    op.rename_table("agreements", "polls")
    op.create_index("ix_polls_tandem_id", "polls", ["tandem_id"])
    op.create_index("ix_polls_state", "polls", ["state"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE polls RENAME CONSTRAINT pk_agreements TO pk_polls")
    for table, old, new in KINDS:
        op.execute(
            f"UPDATE {table} SET kind = '{new}', id = replace(id, '{old}:', '{new}:') WHERE kind = '{old}'"
        )
    op.execute(
        "UPDATE effects SET id = replace(id, 'post:agreement:', 'post:poll:'),"
        " subject_id = replace(subject_id, 'agreement:', 'poll:')"
        " WHERE kind = 'post' AND subject_id LIKE 'agreement:%'"
    )
