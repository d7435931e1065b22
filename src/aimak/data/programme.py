"""The programme's published totals (status of early 2018), which the invented municipalities add up to.

Source: the programme's project card of 9 April 2018, dpi.kg/ru/activity/projects/full/0/90.html. How the totals are
shared among places is invented.
"""

#: Municipalities that were partners, and all of them after eighteen more joined.
PARTNERS, ALL_PLACES = 32, 50
#: Staff and experts trained; public hearings held, people who came to them, municipalities that held them.
TRAINED, HEARINGS, HEARING_PEOPLE, HEARING_PLACES = 1126, 62, 3298, 16
#: Municipalities that organised services, and those of them that launched one of three priority services.
SERVICE_PLACES, LAUNCHED = 16, 6
#: Regional forums, people who came to them and their municipalities; municipalities in study visits and round tables.
FORUMS, FORUM_PEOPLE, FORUM_PLACES, VISIT_PLACES = 2, 229, 35, 32
