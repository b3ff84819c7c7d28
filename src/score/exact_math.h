#pragma once

// Logarithm and arch in plain arithmetic: the C library's differ in the last bit from one version
// to the next, and a score must be the same on every machine.

namespace onereel::score {

/// log to base 2 of x > 0; within 1e-12.
double log2_of(double x);
/// Natural logarithm of x > 0; within 1e-12.
double ln_of(double x);
/// x >= 0 to the nearest whole number, halves up.
long long rounded(double x);
/// Half a sine wave over 0..1 (Bhaskara's formula, within 0.002): 0, up to 1, 0.
double arch(double x);

}  // namespace onereel::score
