from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('waiting', '0006_days_of_every_account'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClockRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField()),
                ('looked_at', models.PositiveIntegerField(default=0)),
                ('escalated', models.PositiveIntegerField(default=0)),
                ('outcome', models.CharField(max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('stream', models.CharField(db_index=True, max_length=32)),
                ('matter', models.CharField(max_length=32)),
                ('level', models.PositiveSmallIntegerField()),
                ('to', models.CharField(blank=True, max_length=32)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('office', models.CharField(blank=True, max_length=40)),
                ('due_on', models.DateField()),
                ('fell_on', models.DateField()),
                ('told_on', models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name='matter',
            name='late_from',
            field=models.DateField(null=True),
        ),
        # Those that were handed on had a few days more; a rebuild says exactly how many.
        migrations.RunSQL("UPDATE waiting_matter SET late_from = due_on", migrations.RunSQL.noop),
        migrations.AddField(
            model_name='matter',
            name='level',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='matter',
            name='overrun',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='matter',
            name='overrun_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='matter',
            name='overrun_words',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='matter',
            name='warn',
            field=models.IntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(condition=models.Q(('closed_on', None)), fields=['level', 'late_from', 'id'], name='matter_level'),
        ),
        migrations.AddIndex(
            model_name='clockrun',
            index=models.Index(fields=['outcome', 'day'], name='clock_run_day'),
        ),
        migrations.AddIndex(
            model_name='escalation',
            index=models.Index(fields=['to', 'due_on', 'matter'], name='escalation_to'),
        ),
    ]
