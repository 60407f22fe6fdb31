/**
 * k3 of a sampled token, in nats: e^d − d − 1 with d = reference − policy log-probability, held to [0,
 * `most`]. An estimate of KL(policy ‖ reference) that is never negative and 0 only where the two agree
 * (Schulman; verl `low_var_kl` holds it to 10).
 */
export function k3(logProb: number, reference: number, most = 10): number {
  const difference = reference - logProb;
  return Math.min(most, Math.max(0, Math.expm1(difference) - difference));
}
