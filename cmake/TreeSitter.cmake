# The tree-sitter parser core and the grammars that the scout reads, built from the C sources that
# npm brings (deps/npm, exact versions in its lock file). Every grammar carries a tree_sitter/parser.h
# of its own, so each is an OBJECT library with an include directory that nobody else sees.
set(tree_sitter_modules "${PROJECT_SOURCE_DIR}/deps/npm/node_modules")
set(tree_sitter_core "${tree_sitter_modules}/tree-sitter/vendor/tree-sitter/lib")
if(NOT EXISTS "${tree_sitter_core}/src/lib.c")
  message(FATAL_ERROR "deps/npm/node_modules is missing: run ./onereel once, "
                      "or 'npm ci --ignore-scripts' in deps/npm")
endif()

# -w: not our code. -O1: as fast as -O2 here, and half a minute less to compile.
add_library(tree_sitter_core OBJECT "${tree_sitter_core}/src/lib.c")
target_include_directories(tree_sitter_core PRIVATE "${tree_sitter_core}/src")
target_include_directories(tree_sitter_core SYSTEM PUBLIC "${tree_sitter_core}/include")
target_compile_options(tree_sitter_core PRIVATE -w -O1)
target_compile_definitions(tree_sitter_core PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE)

# tree_sitter_grammar(<name> <folder below node_modules>)
function(tree_sitter_grammar name folder)
  set(source "${tree_sitter_modules}/${folder}/src")
  if(NOT EXISTS "${source}/parser.c")
    message(FATAL_ERROR "${source}/parser.c is missing: run 'npm ci --ignore-scripts' in deps/npm")
  endif()
  file(STRINGS "${source}/parser.c" version REGEX "^#define LANGUAGE_VERSION " LIMIT_COUNT 1)
  string(REGEX REPLACE "[^0-9]" "" version "${version}")
  if(version LESS 13 OR version GREATER 15)
    message(FATAL_ERROR "grammar '${name}' has ABI ${version}; this core reads 13 to 15")
  endif()
  set(files "${source}/parser.c")
  if(EXISTS "${source}/scanner.c")
    list(APPEND files "${source}/scanner.c")
  endif()
  add_library(tree_sitter_${name} OBJECT ${files})
  target_include_directories(tree_sitter_${name} PRIVATE "${source}")
  target_compile_options(tree_sitter_${name} PRIVATE -w -O1)
endfunction()

tree_sitter_grammar(python tree-sitter-python)
tree_sitter_grammar(javascript tree-sitter-javascript)
tree_sitter_grammar(typescript tree-sitter-typescript/typescript)
tree_sitter_grammar(tsx tree-sitter-typescript/tsx)
tree_sitter_grammar(go tree-sitter-go)
tree_sitter_grammar(rust tree-sitter-rust)
tree_sitter_grammar(java tree-sitter-java)

# One archive for whoever links: a static library of ours carries no object files of others.
add_library(tree_sitter STATIC
  $<TARGET_OBJECTS:tree_sitter_core> $<TARGET_OBJECTS:tree_sitter_python>
  $<TARGET_OBJECTS:tree_sitter_javascript> $<TARGET_OBJECTS:tree_sitter_typescript>
  $<TARGET_OBJECTS:tree_sitter_tsx> $<TARGET_OBJECTS:tree_sitter_go>
  $<TARGET_OBJECTS:tree_sitter_rust> $<TARGET_OBJECTS:tree_sitter_java>)
target_include_directories(tree_sitter SYSTEM PUBLIC "${tree_sitter_core}/include")
