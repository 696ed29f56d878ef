from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("waiting", "0007_clocks")]

    operations = [
        migrations.AddField(model_name="matter", name="told_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="matter", name="closed_told_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="waystate", name="ended_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="waystate", name="ended_told_on", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="waystate", name="ended_how", field=models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
    ]
