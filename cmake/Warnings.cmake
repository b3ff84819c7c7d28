# Warnings and sanitizers, private to every room.
add_library(onereel_warnings INTERFACE)
target_compile_options(onereel_warnings INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough>)
if(ONEREEL_WARNINGS_AS_ERRORS)
  target_compile_options(onereel_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
# Floating point must give the same bits on every x86-64 machine and at every optimisation level:
# no fused multiply-add that one compiler takes and another does not.
add_compile_options(-ffp-contract=off)
if(ONEREEL_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
