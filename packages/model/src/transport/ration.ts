/**
 * Cuts `amounts` so that Σ amount · cost over the hosts from `from` to `to` stays within `limit`: all by one
 * share, or in the order given until nothing is left. Costs that are not finite or not positive count as free,
 * save ∞, which nothing can pay.
 */
export function ration(
  amounts: Float64Array,
  cost: Readonly<Float64Array>,
  limit: number,
  inOrder: boolean,
  from: number,
  to: number,
): void {
  if (limit === Infinity) return;
  if (inOrder) {
    rationInOrder(amounts, cost, limit, from, to);
    return;
  }
  let asked = 0;
  for (let host = from; host < to; host++) {
    if (cost[host] === Infinity) amounts[host] = 0;
    asked += bill(amounts[host]!, cost[host]!);
  }
  if (asked <= limit) return;
  const share = Math.max(0, limit) / asked;
  for (let host = from; host < to; host++) {
    if (cost[host]! > 0) amounts[host] = amounts[host]! * share;
  }
}

function rationInOrder(
  amounts: Float64Array,
  cost: Readonly<Float64Array>,
  limit: number,
  from: number,
  to: number,
): void {
  let left = Math.max(0, limit);
  for (let host = from; host < to; host++) {
    const asked = bill(amounts[host]!, cost[host]!);
    if (asked > left) {
      amounts[host] = asked === Infinity ? 0 : amounts[host]! * (left / asked);
      left = asked === Infinity ? left : 0;
    } else {
      left -= asked;
    }
  }
}

function bill(amount: number, cost: number): number {
  return amount > 0 && cost > 0 ? amount * cost : 0;
}
