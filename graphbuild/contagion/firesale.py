"""Prices that fall because holders must sell.

Lives here: Greenwood, Landier and Thesmar (J. Financial Economics 115, 2015, 471,
doi:10.1016/j.jfineco.2014.11.006), one round, and Cifuentes, Ferrucci and Shin (J. European
Economic Association 3, 2005, 556, doi:10.1162/jeea.2005.3.2-3.556), to equilibrium; the same
equilibrium for a call on cash. Losses and sales carry a minus sign in the first, as published.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from graphbuild.contagion.fixedpoint import Array, settle


@dataclass(frozen=True, slots=True, kw_only=True)
class Vulnerability:
    """One round of sales to return to a target of debt over equity.

    `aggregate` is the second-round loss of all over the equity of all; `systemicness` splits it by
    who sells, `indirect` is each holder's second-round loss over its own equity.
    """

    equity: Array
    direct_return: Array
    direct_loss: Array
    sales: Array
    price_change: Array
    second_loss: Array
    aggregate: float
    systemicness: Array
    indirect: Array


def leverage_sales(
    assets: Any, debt_to_equity: Any, weights: Any, impact: Any, returns: Any
) -> Vulnerability:
    """Greenwood, Landier and Thesmar's vulnerabilities.

    Parameters
    ----------
    assets : (holders,) total assets, USD. debt_to_equity : (holders,) their target.
    weights : (holders, assets) part of each holder's assets in each asset; rows sum to 1.
    impact : (assets,) relative price change for one USD sold. returns : (assets,) first shock.
    """
    total, target = np.asarray(assets, dtype=float), np.asarray(debt_to_equity, dtype=float)
    mix, depth = np.asarray(weights, dtype=float), np.asarray(impact, dtype=float)
    equity = total / (1.0 + target)
    direct = mix @ np.asarray(returns, dtype=float)
    need = np.maximum(total * target * direct, -total)  # nobody sells more than it has
    sales = mix.T @ need
    change = np.maximum(depth * sales, -1.0)
    second = total * (mix @ change)
    by_seller = need * (mix @ (depth * (mix.T @ total)))
    return Vulnerability(
        equity=equity,
        direct_return=direct,
        direct_loss=total * direct,
        sales=sales,
        price_change=change,
        second_loss=second,
        aggregate=float(second.sum() / equity.sum()),
        systemicness=by_seller / equity.sum(),
        indirect=second / equity,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleEquilibrium:
    """Price of one asset, as a fraction of its price before the shock, and units each sells."""

    price: float
    sales: Array
    steps: int


def ratio_sales(
    debt: Any, liquid: Any, units: Any, *, ratio: float, impact: float, start_price: float
) -> SaleEquilibrium:
    """Greatest equilibrium price when holders sell to restore equity over risky assets.

    Parameters
    ----------
    debt, liquid, units : (holders,) debts and liquid assets in USD, units of the risky asset.
    ratio : equity over the value of risky assets that must be kept; liquid assets weigh nothing.
    impact : ``price = start_price * exp(-impact * units sold)``.
    """
    owed, held = np.asarray(debt, dtype=float), np.asarray(units, dtype=float)
    safe = np.asarray(liquid, dtype=float)

    def sales(price: float) -> Array:
        equity = price * held + safe - owed
        kept = np.maximum(equity, 0.0) / (ratio * price)
        return np.asarray(np.clip(held - kept, 0.0, held))

    return _equilibrium(sales, impact, start_price)


def cash_call_sales(
    need: Any, units: Any, *, impact: float, start_price: float = 1.0
) -> SaleEquilibrium:
    """Greatest equilibrium price when holders sell to meet a call on cash.

    Parameters
    ----------
    need : (holders,) USD called less cash and undrawn facilities; nothing where it is negative.
    units : (holders,) units of the asset held; `start_price` is USD a unit.
    """
    called = np.maximum(np.asarray(need, dtype=float), 0.0)
    held = np.asarray(units, dtype=float)
    return _equilibrium(lambda price: np.minimum(called / price, held), impact, start_price)


def call_prices(need: Any, units: Any, *, impact: Any, start_price: Any) -> Array:
    """The same equilibrium for many scenarios at once: the greatest price in each.

    Parameters
    ----------
    need : (holders, scenarios) USD called less cash. units : (holders,) of the asset.
    impact, start_price : (scenarios,), as in `cash_call_sales`.

    Examples
    --------
    >>> price = call_prices([[3.0, 0.0]], [10.0], impact=[0.02, 0.02], start_price=[1.0, 1.0])
    >>> price.round(4).tolist()  # 3 / p units are sold and p = exp(-0.06 / p)
    [0.938, 1.0]
    """
    called = np.maximum(np.asarray(need, dtype=float), 0.0)
    held = np.asarray(units, dtype=float)[:, None]
    depth, start = np.asarray(impact, dtype=float), np.asarray(start_price, dtype=float)

    def step(price: Array) -> Array:
        return np.asarray(start * np.exp(-depth * np.minimum(called / price, held).sum(axis=0)))

    return settle(step, start, tolerance=1e-14).value


def _equilibrium(
    sales: Callable[[float], Array], impact: float, start_price: float
) -> SaleEquilibrium:
    def step(price: Array) -> Array:
        return np.array([start_price * np.exp(-impact * sales(float(price[0])).sum())])

    found = settle(step, np.array([start_price]), scale=start_price, tolerance=1e-15)
    price = float(found.value[0])
    return SaleEquilibrium(price=price, sales=sales(price), steps=found.steps)
