"""What matters are called, in the reader's language."""

from django.utils.translation import gettext_lazy as _

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
    "expected": _("An arrival to be signed for"),
    "need": _("A need"),
    "question": _("A question"),
    "review": _("A review of stay"),
    "challenge": _("A challenge to the order to stay"),
    "screening": _("A screening"),
    "referral": _("A referral"),
    "service": _("Help that was promised"),
    "helped": _("To be asked: did it help?"),
    "elsewhere": _("Somewhere else is to be asked"),
    "assessment": _("An assessment"),
    "tracing": _("A search"),
    "letter": _("An answer to a letter"),
    "appeal": _("An appeal"),
    "block": _("Something that holds up a step"),
    "visit": _("A visit after the arrival"),
    "search": _("A search for somebody who is missing"),
    "alarm": _("Urgent: somebody is in danger"),
    "confirm": _("A second person confirms how the stay ended"),
    "back": _("A second person says whether they are back"),
    "tell": _("Relatives are to be told"),
    "erasure": _("A request about this file"),
    "keeping": _("How long this file is kept"),
    "absence": _("Somebody has not been seen for too long"),
    "move": _("A wish to live elsewhere"),
    "incident": _("An incident to follow up"),
    "handover": _("What was handed over is to be read"),
    "apart": _("Urgent: two people who must be kept apart are near each other"),
    "care": _("Interim care to be looked at again"),
    "emergency": _("An emergency: a second person decides whether the file is opened"),
    "emergency_review": _("A file was opened in an emergency: oversight reviews it"),
}

OF_THE_FILE = ("erasure", "keeping", "emergency", "emergency_review")
"""Kinds of matter that are about the file itself, whether the person is here or not."""

APART = {
    "health": _("health staff hold it"),
    "child": _("child protection staff hold it"),
    "legal": _("a lawyer holds it"),
    "identity": _("whoever keeps the names holds it"),
}
"""Who holds what is owed in a compartment, for those who may know no more of it."""

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
    "health": _("Health"),
    "mental_health": _("Mental health and support"),
    "disability": _("Disability"),
    "nutrition": _("Nutrition"),
    "antenatal": _("Antenatal care"),
    "newborn": _("A newborn is to be seen"),
    "after_birth": _("Care after giving birth"),
    "child": _("Protection of a child"),
    "gbv": _("After gender-based violence"),
    "legal": _("Legal help"),
    "documents": _("Documents"),
    "family_contact": _("Contact with family"),
    "clothing": _("Clothing"),
    "hygiene": _("Hygiene"),
}

SAID = {
    "best_interests": _("What is best for the child is to be assessed"),
    "look_in": _("Somebody is to look in on the child again"),
    "relative": _("A relative is to be looked for"),
    "same_person": _("Two files may be of one person: a second person decides"),
}
"""What a matter is called by its code alone."""

OF_NEEDS = ("referral", "service", "helped", "elsewhere")
"""Kinds of matter of which the code is a kind of need."""

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
    "not_yet": _("It needs more time."),
    "asked_to_wait": _("More time was asked for."),
    "not_independent": _("Whoever was named for it is not independent of who has custody now, or works elsewhere."),
    "stays_for_now": _("Two people found it best to stay for now."),
}

REFUSALS = ("refused", "no", "unsafe", "not_safe")
"""The reasons that somebody decided, on a day: of these the person is told by which office."""
