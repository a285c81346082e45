# Writes embedded.cpp (see embedded.h) from rules/*/README.md and rules/libraries/*.yaml. Included by tool/CMakeLists.txt, where it
# says when to do so and sets embedded_sources; run as a script (cmake -P), where it does so.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  file(GLOB manuals CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*/README.md)
  file(GLOB libraries CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/libraries/*.yaml)
  list(REMOVE_ITEM manuals ${PROJECT_SOURCE_DIR}/rules/libraries/README.md)
  set(embedded_sources ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
  add_custom_command(
    OUTPUT ${embedded_sources}
    COMMAND ${CMAKE_COMMAND} "-Dmanuals=${manuals}" "-Dlibraries=${libraries}" -Doutput=${embedded_sources}
            -P ${CMAKE_CURRENT_LIST_FILE}
    DEPENDS ${manuals} ${libraries} ${CMAKE_CURRENT_LIST_FILE}
    COMMENT "Embedding the rules' manual pages and the library models"
    VERBATIM)
  return()
endif()

# embed(FUNCTION FILE...) appends the definition of clangsql::embedded::FUNCTION() to `code`.
function(embed name)
  set(entries "")
  foreach(path IN LISTS ARGN)
    cmake_path(GET path STEM title)
    if(title STREQUAL "README")
      cmake_path(GET path PARENT_PATH folder)
      cmake_path(GET folder FILENAME title)
    endif()
    file(READ "${path}" content)
    string(APPEND entries "      File{\"${title}\", R\"embedded(${content})embedded\"},\n")
  endforeach()
  list(LENGTH ARGN count)
  string(APPEND code "
std::span<const File> ${name}() {
  static constexpr std::array<File, ${count}> files{{
${entries}  }};
  return files;
}
")
  set(code "${code}" PARENT_SCOPE)
endfunction()

set(code "// Generated from rules/.\n\n#include \"embedded/embedded.h\"\n\n#include <array>\n\nnamespace clangsql::embedded {\n")
embed(manuals ${manuals})
embed(libraries ${libraries})
string(APPEND code "\n} // namespace clangsql::embedded\n")
file(WRITE ${output} "${code}")
