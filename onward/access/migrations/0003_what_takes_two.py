from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_account_sessions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Given',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('what', models.CharField(max_length=12)),
                ('by', models.CharField(max_length=32)),
                ('asked_by', models.CharField(blank=True, max_length=32)),
                ('at', models.DateTimeField(db_index=True)),
                ('on', models.DateField()),
                ('roles', models.JSONField(default=list)),
                ('sites', models.JSONField(default=list)),
                ('everywhere', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ('-at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('what', models.CharField(max_length=10)),
                ('by', models.CharField(max_length=32)),
                ('acting_for', models.CharField(blank=True, max_length=32)),
                ('asked_at', models.DateTimeField()),
                ('asked_on', models.DateField()),
                ('said', models.JSONField(default=dict)),
                ('second_step', models.BooleanField(default=False)),
                ('outcome', models.CharField(blank=True, max_length=12)),
                ('second', models.CharField(blank=True, max_length=32)),
                ('settled_on', models.DateField(null=True)),
                ('words', models.TextField(blank=True)),
            ],
            options={
                'ordering': ('-asked_at', '-id'),
            },
        ),
        migrations.AddField(
            model_name='workplace',
            name='answers_to',
            field=models.CharField(blank=True, max_length=32),
        ),
    ]
