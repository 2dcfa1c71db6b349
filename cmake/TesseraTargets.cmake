# SPDX-License-Identifier: Apache-2.0
# One target per folder, with explicit links: the linker then agrees with the include rule.

# SHARED: where one library is to be exchanged under many programs (tools/door/sim.sh).
set(TESSERA_LIBRARY_TYPE STATIC CACHE STRING "STATIC or SHARED")
set(TESSERA_SANITIZE "" CACHE STRING "Sanitizers for everything: address,undefined or thread")

add_library(tessera_options INTERFACE)
target_include_directories(tessera_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(tessera_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
target_compile_definitions(tessera_options INTERFACE
    TESSERA_VERSION="${PROJECT_VERSION}" BOOST_ASIO_NO_DEPRECATED SPDLOG_FMT_EXTERNAL)
if(TESSERA_SANITIZE)
    target_compile_options(tessera_options INTERFACE -fsanitize=${TESSERA_SANITIZE}
        -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(tessera_options INTERFACE -fsanitize=${TESSERA_SANITIZE})
    # GCC 12 sees uninitialized std::function members of std::regex there, and only there.
    target_compile_options(tessera_options INTERFACE -Wno-error=maybe-uninitialized)
    target_compile_definitions(tessera_options INTERFACE TESSERA_SANITIZED)
endif()
# GCC compiles what is delivered; clang compiles fuzzing and tests, knows other warnings, and counts
# changes of sign among conversions.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(tessera_options INTERFACE -Wno-unknown-warning-option
        -Wno-sign-conversion)
    if(TESSERA_SANITIZE MATCHES "undefined")
        # Its prologues (version 14) cannot be assembled where there are coroutines.
        target_compile_options(tessera_options INTERFACE -fno-sanitize=function)
        # A fifth of what fuzzing costs to compile; AddressSanitizer sees what comes of most of it.
        target_compile_options(tessera_options INTERFACE
            -fno-sanitize=alignment,null,object-size,vptr)
    endif()
endif()
if(TESSERA_SANITIZE MATCHES "thread")
    # GCC says that atomic_thread_fence is not modelled; Boost.Asio and GoogleTest use it correctly.
    target_compile_options(tessera_options INTERFACE -Wno-tsan)
endif()

# clang takes two thirds of GCC's time to compile what includes much and runs little. CMake knows one
# compiler a build, so a launcher calls the other (docs/decisions/0001). What is delivered to run for long
# is compiled by GCC, and so is all that sanitizers watch.
set(TESSERA_CLANG_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
find_program(TESSERA_CLANG clang++-14)
if(TESSERA_CLANG AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    list(PREPEND TESSERA_CLANG_LAUNCHER ${CMAKE_SOURCE_DIR}/cmake/as_clang.sh ${TESSERA_CLANG}
        ${CMAKE_CXX_COMPILER})
endif()

# GCC collects its garbage later then: a fifth less time for a quarter more memory.
target_compile_options(tessera_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=600000>)

# binutils' other linker takes two thirds of the time of its first one; a test run links a hundred times.
find_program(TESSERA_GOLD ld.gold)
if(TESSERA_GOLD)
    target_link_options(tessera_options INTERFACE -fuse-ld=gold)
endif()

# Release keeps the checks (TESSERA_CHECK does not look at NDEBUG) and symbols for profiles.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")

# Where one build watches what parses and nothing else, the rest is linked as another build made it.
set(TESSERA_TAKEN_FROM "" CACHE PATH "The build folder that has made the libraries of TESSERA_TAKEN")
set(TESSERA_TAKEN "" CACHE STRING "Libraries that are not built here but taken from there")

# tessera_take(name LINKS …): a library that TESSERA_TAKEN_FROM has made.
function(tessera_take name)
    cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
    add_library(${name} STATIC IMPORTED GLOBAL)
    file(RELATIVE_PATH folder ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_BINARY_DIR})
    set_target_properties(${name} PROPERTIES
        IMPORTED_LOCATION ${TESSERA_TAKEN_FROM}/${folder}/lib${name}.a)
    target_link_libraries(${name} INTERFACE ${ARG_LINKS})
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR})
endfunction()

# tessera_library(name SOURCES … [LINKS …] [PRIVATE_LINKS …] [PRECOMPILE headers …])
function(tessera_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS;PRECOMPILE" ${ARGN})
    if(${name} IN_LIST TESSERA_TAKEN)
        tessera_take(${name} LINKS ${ARG_LINKS} ${ARG_PRIVATE_LINKS})
        return()
    endif()
    add_library(${name} ${TESSERA_LIBRARY_TYPE} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES LINK_DEPENDS_NO_SHARED ON)
    target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS} tessera_options)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    if(ARG_PRECOMPILE)
        target_precompile_headers(${name} PRIVATE ${ARG_PRECOMPILE})
    endif()
endfunction()

# tessera_program(name SOURCES … LINKS … [PRECOMPILE …])
function(tessera_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRECOMPILE" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} tessera_options)
    if(NOT TESSERA_SANITIZE)  # Sanitizers bring an allocator of their own.
        target_link_options(${name} PRIVATE -Wl,--no-as-needed)
        target_link_libraries(${name} PRIVATE PkgConfig::JEMALLOC)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
    if(ARG_PRECOMPILE)
        target_precompile_headers(${name} PRIVATE ${ARG_PRECOMPILE})
    endif()
endfunction()

# Builds the tests of one label: tests_unit, tests_integration, …
set(TESSERA_TEST_LABELS unit simulation integration gui web fuzz chaos bench nightly)
foreach(label ${TESSERA_TEST_LABELS})
    add_custom_target(tests_${label})
endforeach()

# tessera_test(name LABEL label SOURCES … LINKS … [TIMEOUT seconds] [COST seconds] [ARGS …]
#              [PRECOMPILE …] [SERIAL] [OPTIMIZED])
# One GoogleTest program, registered as one ctest under exactly one label. Without precompiled headers
# of its own it shares those of tests/support. OPTIMIZED: its own code is most of what runs. COST: of
# what runs long, about how long; it starts first.
function(tessera_test name)
    cmake_parse_arguments(ARG "SERIAL;OPTIMIZED" "LABEL;TIMEOUT;COST" "SOURCES;LINKS;ARGS;PRECOMPILE" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES LINK_DEPENDS_NO_SHARED ON)
    target_link_libraries(${name} PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main tessera_options)
    target_compile_definitions(${name} PRIVATE TESSERA_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        TESSERA_BINARY_DIR="${CMAKE_BINARY_DIR}")
    set(headers tessera_test_headers)
    if(ARG_OPTIMIZED OR ARG_LABEL STREQUAL "bench")
        set(headers tessera_test_headers_optimized)
        target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O2>)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    # What it tests keeps its lines in the programs that are delivered; who steps through a test
    # builds `debug`.
    target_link_options(${name} PRIVATE $<$<CONFIG:Release>:-Wl,--strip-debug>)
    if(ARG_PRECOMPILE)
        target_precompile_headers(${name} PRIVATE ${ARG_PRECOMPILE})
    else()
        target_precompile_headers(${name} REUSE_FROM ${headers})
    endif()
    add_test(NAME ${name} COMMAND ${name} ${ARG_ARGS})
    if(NOT ARG_LABEL IN_LIST TESSERA_TEST_LABELS)
        message(FATAL_ERROR "${name}: '${ARG_LABEL}' is not a test label")
    endif()
    add_dependencies(tests_${ARG_LABEL} ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(TESSERA_SANITIZE)
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT})
    if(ARG_COST)
        set_tests_properties(${name} PROPERTIES COST ${ARG_COST})
    endif()
    if(ARG_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()
