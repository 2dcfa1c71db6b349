// SPDX-License-Identifier: Apache-2.0
// Faults to plant in a right history, each with the check that must report it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/simulation/audit/findings.h"
#include "tests/simulation/audit/script.h"

namespace tessera::simulation {

struct Plant {
    std::string name;
    Check check = Check::Rows;
    std::string says;  // A part of the finding's text.
    std::function<void(History&)> spoil;
};

std::vector<Plant> plantsOfPlaces();
std::vector<Plant> plantsOfAnswers();
std::vector<Plant> plantsOfSales();
std::vector<Plant> plantsOfEnds();
std::vector<Plant> plantsOfMoney();
std::vector<Plant> plantsOfTrail();

inline engine::Changes& changesOf(History& history, const std::string& label) {
    return history.get<Committed>(label).changes;
}
inline store::BatchHead& headOf(History& history, const std::string& label) {
    return history.get<Committed>(label).head;
}
inline void erase(History& history, const std::string& label) {
    history.steps.erase(history.steps.begin() + static_cast<std::ptrdiff_t>(history.at(label)));
}
// A step right after the labelled one, at its time.
inline void insertAfter(History& history, const std::string& label, decltype(Step::what) what) {
    const std::size_t at = history.at(label);
    history.steps.insert(history.steps.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                         Step{history.steps[at].at, std::move(what), "planted"});
}
template <class T>
T& toldIn(History& history, const std::string& label) {
    return std::get<T>(history.get<Answered>("said " + label).said);
}
inline void refuse(History& history, const std::string& label, const std::string& reason) {
    history.get<Answered>("said " + label).said =
        app::Problem{app::ProblemKind::FailedPrecondition, reason, "", {}, std::nullopt};
}

}  // namespace tessera::simulation
