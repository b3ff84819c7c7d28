# onereel_room(<name> [DOORS <headers>...] [SOURCES <files>...] [USES <rooms>...] [INSIDE <rooms>...]
#              [BEHIND <targets>...] [TESTS <files>...])
#
# Makes one room of the house: a static library, its public headers, and its test program.
#   DOORS    public headers, relative to include/onereel/<name>/. Other rooms see these and no more.
#   SOURCES  everything behind the doors.
#   USES     rooms whose types appear in this room's doors. Visible to our own users too.
#   INSIDE   rooms used only behind the doors; they do not become visible to our users.
#   BEHIND   third-party targets, private, so that they never leak through a door.
#   TESTS    test files under tests/<name>/, joined into one program that links this room only.
#
# A room can only use rooms declared before it (CMakeLists.txt lists them bottom to top), and each
# room has an include root of its own. So a backward or undeclared include is a build error, not a
# matter of discipline.
function(onereel_room name)
  cmake_parse_arguments(room "" "" "DOORS;SOURCES;USES;INSIDE;BEHIND;TESTS" ${ARGN})
  if(room_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "room '${name}': unknown words ${room_UNPARSED_ARGUMENTS}")
  endif()
  foreach(used IN LISTS room_USES room_INSIDE)
    if(NOT TARGET onereel_${used})
      message(FATAL_ERROR "room '${name}' uses '${used}', which is not upstream of it "
                          "(see the order in CMakeLists.txt)")
    endif()
  endforeach()

  list(TRANSFORM room_DOORS PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/include/onereel/${name}/")
  list(TRANSFORM room_USES PREPEND onereel_ OUTPUT_VARIABLE uses)
  list(TRANSFORM room_INSIDE PREPEND onereel_ OUTPUT_VARIABLE inside)

  add_library(onereel_${name} STATIC ${room_SOURCES})
  add_library(onereel::${name} ALIAS onereel_${name})
  target_sources(onereel_${name} PUBLIC FILE_SET HEADERS
    BASE_DIRS "${CMAKE_CURRENT_SOURCE_DIR}/include" FILES ${room_DOORS})
  target_include_directories(onereel_${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(onereel_${name}
    PUBLIC ${uses}
    PRIVATE ${inside} ${room_BEHIND} onereel_warnings)

  if(room_TESTS AND ONEREEL_BUILD_TESTS)
    list(TRANSFORM room_TESTS PREPEND "${PROJECT_SOURCE_DIR}/tests/${name}/")
    add_executable(${name}_test "${PROJECT_SOURCE_DIR}/tests/support/doctest_main.cpp" ${room_TESTS})
    target_include_directories(${name}_test PRIVATE
      "${CMAKE_CURRENT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests/support")
    target_link_libraries(${name}_test PRIVATE
      onereel_${name} ${inside} ${room_BEHIND} onereel_warnings)
    target_compile_definitions(${name}_test PRIVATE
      ONEREEL_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
      ONEREEL_DATA_DIR="${ONEREEL_DATA_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()
