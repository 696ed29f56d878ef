from django.db.migrations.loader import MigrationLoader


def test_each_app_has_one_last_migration():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    assert loader.detect_conflicts() == {}  # renumber the later one, and let it follow the other
