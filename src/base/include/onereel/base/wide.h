#pragma once

// Loops over pixels, made twice: for every x86-64 machine and for those with AVX2; the program
// takes at its start what the machine can. Both give the same bits: each pixel is computed by
// itself, and without fused multiply-add (cmake/Warnings.cmake).

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONEREEL_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ONEREEL_SANITIZED
#endif

/// Before a function whose loops run over pixels. Not with sanitizers: the choice is made before
/// they are awake.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(ONEREEL_SANITIZED)
#define ONEREEL_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define ONEREEL_WIDE
#endif
