"""A cohort of trainees: roster, collecting their files, grading, feedback, report."""
