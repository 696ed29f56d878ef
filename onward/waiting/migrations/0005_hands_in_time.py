from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("waiting", "0004_lists_by_kind")]

    operations = [
        migrations.AddField(model_name="matter", name="held_since", field=models.DateTimeField(null=True)),
    ]
