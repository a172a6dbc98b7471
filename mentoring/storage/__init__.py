"""Where the truth is kept: SQLAlchemy tables, one unit of work, migrations; SQLite by default,
PostgreSQL by URL.
"""
