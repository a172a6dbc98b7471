"""Alembic's entry: runs the migrations on the URL that ``migrate.upgrade`` was given."""

from alembic import context

from mentoring.storage.engines import engine_for
from mentoring.storage.tables import metadata

engine = engine_for(context.config.attributes["url"])
with engine.connect() as connection:
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, user_module_prefix=""
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
engine.dispose()
