"""What matters are called, in the reader's language. A pathway's own texts are looked up there as they are written."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

BLOCKS = {
    "no_interpreter": _("No interpreter"),
    "no_reviewer": _("Nobody to check or decide"),
    "no_place": _("No place free"),
    "no_transport": _("No transport"),
    "road_closed": _("The road is closed"),
    "no_answer": _("An answer from outside is missing"),
    "family": _("Family is still to be found"),
    "unwell": _("The person needs to recover first"),
    "other": _("Something else"),
}
"""What may hold up a step."""

OVERRUNS = {
    "waiting_for_outside_body": _("An office outside has not answered"),
    "no_interpreter": _("There is no interpreter"),
    "no_staff": _("There is nobody to do it"),
    "no_transport": _("There is no transport"),
    "security": _("It is not safe at present"),
    "person_asked_to_wait": _("The person asked to wait"),
    "information_missing": _("Something needs to be known first"),
    "refused_by_custody_holder": _("Those who have custody refuse"),
    "other": _("Something else"),
}
"""Why something takes longer than its norm."""

KINDS = {
    "step": _("A step of the way"),
    "transfer": _("A transfer under way"),
    "need": _("A need"),
    "question": _("A question"),
    "review": _("A review of stay"),
    "challenge": _("A challenge to the order to stay"),
    "screening": _("A screening"),
    "referral": _("A referral"),
    "letter": _("An answer to a letter"),
    "appeal": _("An appeal"),
    "block": _("Something that holds up a step"),
    "visit": _("A visit after the arrival"),
    "search": _("A search for somebody who is missing"),
    "alarm": _("Urgent: somebody is in danger"),
    "confirm": _("A second person confirms a death"),
    "tell": _("Relatives are to be told"),
}

AFTER_STAY = ("visit", "search", "alarm", "confirm", "tell")
"""Kinds of matter that outlive a stay: they are owed although no day of it is left."""

NEEDS = {
    "hurt": _("Hurt"),
    "unwell": _("Unwell"),
    "pregnant": _("Pregnant"),
    "child_alone": _("Child alone"),
    "thirsty": _("Thirsty"),
    "hungry": _("Hungry"),
    "cannot_walk": _("Cannot walk"),
    "cold": _("Cold"),
    "distress": _("In distress"),
    "place": _("A place to stay"),
}

REASONS = {
    "refused": _("It was refused."),
    "no_answer": _("There was no answer."),
    "unsafe": _("It was found not safe."),
    "not_safe": _("It was found not safe."),
    "unsure": _("It is not certain yet."),
    "waits_for_second_person": _("One person has checked; a second one has to."),
    "two_people_disagree": _("Two people checked and did not agree."),
    "asked_again": _("They were asked again."),
    "no": _("The answer was no."),
    "appealed": _("It was appealed."),
    "more_asked": _("They ask for more."),
    "not_reached": _("They could not be reached."),
    "on_convoy": _("A seat is kept on a journey that is being prepared."),
    "seat_given_up": _("Another journey is being looked for."),
    "convoy_cancelled": _("The journey was called off; another one is being looked for."),
}

REFUSALS = ("refused", "no", "unsafe", "not_safe")
"""The reasons that somebody decided, on a day: of these the person is told by which office."""

PATHWAY_TEXTS = (
    gettext_noop("The way onward"),
    gettext_noop("Received"),
    gettext_noop("Settled"),
    gettext_noop("Heard"),
    gettext_noop("Safe to ask"),
    gettext_noop("Nationality"),
    gettext_noop("Papers"),
    gettext_noop("Safe to go"),
    gettext_noop("Journey"),
    gettext_noop("Arrived"),
    gettext_noop("You are being received."),
    gettext_noop("A place to stay"),
    gettext_noop("A place for you to stay is being prepared."),
    gettext_noop("The wish is heard"),
    gettext_noop("Someone will sit down with you and ask what you want yourself."),
    gettext_noop("Another way is found"),
    gettext_noop("Together with you, we are looking for a way that fits what you want."),
    gettext_noop("Asked for consent to one named contact"),
    gettext_noop("We ask whether you agree that one named office is written to about you. You may say no."),
    gettext_noop("Two people check that asking is safe"),
    gettext_noop("Two people are checking that asking about you puts nobody in danger."),
    gettext_noop("The country is asked to confirm nationality"),
    gettext_noop("Your country is about to be asked to confirm that you are its citizen."),
    gettext_noop("The country confirms nationality"),
    gettext_noop("Your country has been asked to confirm that you are its citizen. We wait for its answer."),
    gettext_noop("Travel document"),
    gettext_noop("Your travel document is being arranged."),
    gettext_noop("Two people check that going is safe"),
    gettext_noop("Two people of two different organisations are checking that it is safe for you to go."),
    gettext_noop("Leave to go is given"),
    gettext_noop("We have asked for your leave to go."),
    gettext_noop("Departure"),
    gettext_noop("Your journey is being prepared."),
    gettext_noop("Handover, with a receipt"),
    gettext_noop("You are on your way. You will be met by those who expect you."),
    gettext_noop("We are waiting to hear that you have arrived safely."),
)
"""The texts of the way that comes with the programme, so that they are found and translated."""
