from django.db import migrations, models

# INSERT OR REPLACE deletes without firing delete triggers, so an id or number that exists is refused beforehand.
GUARDS = """
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_entry_no_replace BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM journal_entry WHERE node = NEW.node AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
                ("id", models.CharField(max_length=32, unique=True)),
                ("node", models.CharField(max_length=32)),
                ("number", models.IntegerField()),
                ("stream", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=100)),
                ("happened_at", models.BigIntegerField()),
                ("precision", models.CharField(max_length=10)),
                ("recorded_at", models.BigIntegerField(db_index=True)),
                ("author", models.CharField(max_length=32)),
                ("cause", models.CharField(max_length=32)),
                ("corrects", models.CharField(max_length=32)),
                ("prev", models.BinaryField()),
                ("body", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={"db_table": "journal_entry"},
        ),
        migrations.AddConstraint(
            model_name="journalentry",
            constraint=models.UniqueConstraint(fields=["node", "number"], name="journal_entry_number"),
        ),
        migrations.AddIndex(
            model_name="journalentry",
            index=models.Index(fields=["stream", "seq"], name="journal_entry_stream"),
        ),
        migrations.RunSQL(GUARDS, reverse_sql=migrations.RunSQL.noop),
    ]
