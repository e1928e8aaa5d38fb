from typing import Literal

ProgramDryRunOutBasis = Literal["past_events", "schedule"]

PROGRAM_DRY_RUN_OUT_BASIS_VALUES: set[ProgramDryRunOutBasis] = {
    "past_events",
    "schedule",
}


def check_program_dry_run_out_basis(value: str) -> ProgramDryRunOutBasis:
    if value in PROGRAM_DRY_RUN_OUT_BASIS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_DRY_RUN_OUT_BASIS_VALUES!r}")
