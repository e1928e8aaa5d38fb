"""The pages of the studio and their forms, each under the scope of the API's route that does the same."""

from typing import Final

from services.feedback.studio import answers, desk, loops, making, programs, scores, sending, surveys, trying, waves
from shared.pages.routes import PageRouter
from shared.pages.site_state import Section

PACKAGE: Final = "services.feedback.studio"
SECTIONS: Final = (
    Section("Programs", "/studio"),
    Section("Surveys", "/studio/surveys"),
    Section("Scores", "/studio/scores"),
    Section("Answers", "/studio/answers"),
    Section("Loop cases", "/studio/loops"),
)

pages = PageRouter("/studio")

pages.get("", desk.READ_PROGRAMS)(programs.show_programs)
pages.get("/programs/new", desk.READ_PROGRAMS)(making.show_new)
pages.post("/programs/new", desk.WRITE_PROGRAMS, again=making.show_new)(making.create)
pages.get("/programs/{program}", desk.READ_PROGRAMS)(programs.show_program)
pages.get("/programs/{program}/edit", desk.READ_PROGRAMS)(making.show_change)
pages.post("/programs/{program}/edit", desk.WRITE_PROGRAMS, again=making.show_change)(making.change)
pages.post("/programs/{program}/activate", desk.WRITE_PROGRAMS, again=programs.show_program)(programs.activate)
pages.post("/programs/{program}/pause", desk.WRITE_PROGRAMS, again=programs.show_program)(programs.pause)
pages.post("/programs/{program}/end", desk.WRITE_PROGRAMS, again=programs.show_program)(programs.end)
pages.get("/programs/{program}/waves", desk.READ_PROGRAMS)(waves.show_waves)
pages.post("/programs/{program}/waves", desk.WRITE_PROGRAMS, again=programs.show_program)(programs.plan_wave)
pages.post("/programs/{program}/waves/{wave}/pause", desk.WRITE_PROGRAMS, again=waves.show_waves)(waves.pause)
pages.post("/programs/{program}/waves/{wave}/resume", desk.WRITE_PROGRAMS, again=waves.show_waves)(waves.resume)
pages.post("/programs/{program}/waves/{wave}/cancel", desk.WRITE_PROGRAMS, again=waves.show_waves)(waves.cancel)
pages.get("/programs/{program}/dry-run", desk.READ_PROGRAMS)(trying.show_dry_run)
pages.get("/surveys", desk.READ_SURVEYS)(surveys.show_surveys)
pages.get("/surveys/{survey}", desk.READ_SURVEYS)(surveys.show_survey)
pages.post("/surveys/{survey}/versions", desk.WRITE_SURVEYS, again=surveys.show_survey)(surveys.save)
pages.get("/surveys/{survey}/send", desk.READ_SURVEYS)(sending.show_sending)
pages.post("/surveys/{survey}/send", desk.WRITE_PROGRAMS, again=sending.show_sending)(sending.send)
pages.get("/scores", desk.READ_SCORES)(scores.show_scores)
pages.get("/answers", desk.READ_RESPONSES)(answers.show_answers)
pages.get("/loops", desk.READ_LOOPS)(loops.show_loops)
pages.get("/loops/{case}", desk.READ_LOOPS)(loops.show_case)
pages.post("/loops/{case}/assign", desk.WRITE_LOOPS, again=loops.show_case)(loops.assign)
pages.post("/loops/{case}/note", desk.WRITE_LOOPS, again=loops.show_case)(loops.note)
pages.post("/loops/{case}/close", desk.WRITE_LOOPS, again=loops.show_case)(loops.close)
