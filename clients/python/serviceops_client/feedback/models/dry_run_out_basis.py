from typing import Literal

DryRunOutBasis = Literal['past_events', 'schedule']

DRY_RUN_OUT_BASIS_VALUES: set[DryRunOutBasis] = { 'past_events', 'schedule',  }

def check_dry_run_out_basis(value: str) -> DryRunOutBasis:
    if value in DRY_RUN_OUT_BASIS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DRY_RUN_OUT_BASIS_VALUES!r}")
