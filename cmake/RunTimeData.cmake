# Lays out build/<preset>/share/onereel/data: links to data/*, and fonts/ with the font files that npm
# brought. The program finds it beside itself; an installed one finds <prefix>/share/onereel/data.
set(ONEREEL_DATA_DIR "${PROJECT_BINARY_DIR}/share/onereel/data")
file(MAKE_DIRECTORY "${ONEREEL_DATA_DIR}/fonts")
file(GLOB data_entries RELATIVE "${PROJECT_SOURCE_DIR}/data" CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/data/*")
foreach(entry IN LISTS data_entries)
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/data/${entry}" "${ONEREEL_DATA_DIR}/${entry}" SYMBOLIC)
endforeach()

set(font_packages "${PROJECT_SOURCE_DIR}/deps/npm/node_modules/@expo-google-fonts")
foreach(font IN ITEMS
    limelight/400Regular/Limelight_400Regular.ttf
    im-fell-english-sc/400Regular/IMFellEnglishSC_400Regular.ttf
    special-elite/400Regular/SpecialElite_400Regular.ttf)
  if(NOT EXISTS "${font_packages}/${font}")
    message(FATAL_ERROR "the font ${font} is missing: run ./onereel once, or "
                        "'npm ci --ignore-scripts' in deps/npm")
  endif()
  file(COPY "${font_packages}/${font}" DESTINATION "${ONEREEL_DATA_DIR}/fonts")
endforeach()
