// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/api/convert_shift.h"
#include "server/api/convert_staff.h"
#include "server/api/handlers_staff.h"
#include "server/api/staff_gate.h"
#include "server/app/shift/shift_desk.h"
#include "shared/base/encoding.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Reply;

constexpr std::int32_t kShiftsMost = 100;
constexpr std::int32_t kShiftsUsual = 20;

struct ShiftContext {
    StaffContext staff;
    shift::ShiftDesk& desk;
};

shift::Who whoCalls(const CallPtr& call) {
    const StaffCaller& caller = call->staff();
    const auto grant = grantOf(caller.role, staff::Permission::SignOffShift);
    return {caller.session->staff, caller.session->device, grant == staff::Grant::Always};
}

// What a second person on the spot has approved of the call, whatever its caller may alone.
shift::Leave leaveOf(const CallPtr& call, staff::Permission permission) {
    shift::Leave leave;
    const auto brought = broughtFor(*call, permission);
    if (!brought) {
        leave.refusal = brought.error();
    } else if (!*brought) {
        leave.refusal = refuse("APPROVAL_NEEDED", "A second person must approve that.",
                               {{"required_permission", nameOf(permission)}});
    } else {
        leave.approval = givenBy(**brought);
        leave.most = (*brought)->amountMost;
    }
    return leave;
}

shift::Leave leaveToOpen(const CallPtr& call) {
    switch (grantOf(call->staff().role, staff::Permission::OpenDrawer)) {
        case staff::Grant::Always:
            return {};
        case staff::Grant::WithApproval:
            return leaveOf(call, staff::Permission::OpenDrawer);
        case staff::Grant::Never:
            break;
    }
    return {missingOf(call->staff(), staff::Permission::OpenDrawer), {}, {}};
}

ShiftNames namesOf(const StaffContext& context) {
    const auto facts = [&desk = context.desk](StaffId staff, DeviceId device) {
        staff::Session session;
        session.staff = staff;
        session.device = device;
        return desk.factsOf(session);
    };
    return {[facts](StaffId id) { return facts(id, {}).name; },
            [facts](DeviceId id) { return facts({}, id).deviceName; }};
}

Reply<store::ShiftRow> shownTo(const ShiftContext& context, const Reply<v1::Shift>& reply) {
    return [names = namesOf(context.staff), reply](Answer<store::ShiftRow> row) {
        if (!row) return reply(tl::make_unexpected(row.error()));
        reply(toProto(*row, names, true));
    };
}

void open(const ShiftContext& context, const CallPtr& call, const v1::OpenShiftRequest& request,
          const Reply<v1::Shift>& reply) {
    auto floats = toFloats(request);
    if (!floats) return reply(tl::make_unexpected(floats.error()));
    context.desk.open(whoCalls(call), call->mutation(), *floats, shownTo(context, reply));
}

void get(const ShiftContext& context, const CallPtr& call, const v1::GetShiftRequest& request,
         const Reply<v1::Shift>& reply) {
    const auto id =
        request.shift().empty() ? Answer<ShiftId>(ShiftId{}) : parseShiftId(request.shift());
    if (!id) return reply(tl::make_unexpected(id.error()));
    context.desk.get(whoCalls(call), *id, shownTo(context, reply));
}

void list(const ShiftContext& context, const CallPtr& call, const v1::ListShiftsRequest& request,
          const Reply<v1::ListShiftsResponse>& reply) {
    store::ShiftFilter filter;
    if (request.page_size() < 0 || request.page_size() > kShiftsMost) {
        return reply(tl::make_unexpected(invalidField("pageSize", "1 to 100, or 0")));
    }
    const std::int32_t size = request.page_size() == 0 ? kShiftsUsual : request.page_size();
    filter.limit = size + 1;  // One more to see that there is another.
    if (request.state() < v1::Shift::STATE_UNSPECIFIED || request.state() > v1::Shift::CLOSED) {
        return reply(tl::make_unexpected(invalidField("state", "a state of a shift, or absent")));
    }
    if (request.state() != v1::Shift::STATE_UNSPECIFIED) {
        filter.state = static_cast<store::ShiftState>(request.state());
    }
    if (!request.page_token().empty()) {
        const auto before = decodePublicId(request.page_token());
        if (!before) {
            return reply(tl::make_unexpected(refuse("INVALID_PAGE_TOKEN", "Not one of ours.")));
        }
        filter.before = ShiftId{*before};
    }
    const auto names = namesOf(context.staff);
    context.desk.list(
        whoCalls(call), filter, [names, size, reply](Answer<std::vector<store::ShiftRow>> rows) {
            if (!rows) return reply(tl::make_unexpected(rows.error()));
            v1::ListShiftsResponse out;
            for (const store::ShiftRow& row : *rows) {
                if (out.shifts_size() == size) {
                    out.set_next_page_token(out.shifts(out.shifts_size() - 1).shift());
                    break;
                }
                *out.add_shifts() = toProto(row, names, false);
            }
            reply(std::move(out));
        });
}

void addEntry(const ShiftContext& context, const CallPtr& call,
              const v1::AddDrawerEntryRequest& request, const Reply<v1::Shift>& reply) {
    const auto id = parseShiftId(request.shift());
    if (!id) return reply(tl::make_unexpected(id.error()));
    auto entry = toDrawerEntry(request.entry());
    if (!entry) return reply(tl::make_unexpected(entry.error()));
    const bool opensOnly = entry->kind == store::DrawerKind::NoSale;
    context.desk.addDrawerEntry(whoCalls(call), call->mutation(), *id, *entry,
                                opensOnly ? leaveToOpen(call) : shift::Leave{},
                                shownTo(context, reply));
}

void count(const ShiftContext& context, const CallPtr& call, const v1::CountShiftRequest& request,
           const Reply<v1::Shift>& reply) {
    const auto id = parseShiftId(request.shift());
    if (!id) return reply(tl::make_unexpected(id.error()));
    auto counts = toCounts(request);
    if (!counts) return reply(tl::make_unexpected(counts.error()));
    context.desk.count(whoCalls(call), call->mutation(), *id, request.version(), *counts,
                       shownTo(context, reply));
}

// The account of that login, where it may work here; blocks.
Answer<StaffId> whoTakesOver(const StaffContext& context, const std::string& login) {
    const auto accounts = context.office.accounts();
    if (!accounts) return tl::make_unexpected(app::unavailable("The look-up failed."));
    const auto found = std::ranges::find(*accounts, login, &store::StaffRow::login);
    if (found == accounts->end() || found->disabled) {
        return tl::make_unexpected(
            invalidField("handOverTo", "the login of an account that is not disabled"));
    }
    return found->id;
}

void close(const ShiftContext& context, const CallPtr& call, const v1::CloseShiftRequest& request,
           const Reply<v1::Shift>& reply) {
    const auto id = parseShiftId(request.shift());
    if (!id) return reply(tl::make_unexpected(id.error()));
    const std::string& why = request.explanation();
    if (why.size() > store::kExplanationBytesMax || !isCleanUtf8(why)) {
        return reply(tl::make_unexpected(invalidField("explanation", "at most 500 bytes")));
    }
    const auto names = namesOf(context.staff);
    shift::Close wish{
        *id, request.version(), why, {}, leaveOf(call, staff::Permission::SignOffShift)};
    if (!request.hand_over_to().empty()) {
        wish.handOverTo = [staff = context.staff, login = request.hand_over_to()] {
            return whoTakesOver(staff, login);
        };
    }
    context.desk.close(
        whoCalls(call), call->mutation(), wish,
        [names](const shift::ReportFacts& facts) { return bytesOf(toProto(facts, names)); },
        shownTo(context, reply));
}

void getReport(const ShiftContext& context, const CallPtr& call,
               const v1::GetShiftReportRequest& request, const Reply<v1::ShiftReport>& reply) {
    const auto id = parseShiftId(request.shift());
    if (!id) return reply(tl::make_unexpected(id.error()));
    const auto names = namesOf(context.staff);
    context.desk.report(whoCalls(call), *id, [names, reply](Answer<shift::ReportAnswer> answer) {
        if (!answer) return reply(tl::make_unexpected(answer.error()));
        if (const auto* bytes = std::get_if<std::string>(&*answer)) return reply(reportOf(*bytes));
        reply(toProto(std::get<shift::ReportFacts>(*answer), names));
    });
}

}  // namespace

void registerShifts(Registry& registry, StaffContext staff, shift::ShiftDesk& desk) {
    const ShiftContext context{staff, desk};
    registry.unary<v1::OpenShiftRequest, v1::Shift>(
        "/tessera.v1.ShiftService/OpenShift",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            open(context, call, request, reply);
        });
    registry.unary<v1::GetShiftRequest, v1::Shift>(
        "/tessera.v1.ShiftService/GetShift",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            get(context, call, request, reply);
        });
    registry.unary<v1::ListShiftsRequest, v1::ListShiftsResponse>(
        "/tessera.v1.ShiftService/ListShifts",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            list(context, call, request, reply);
        });
    registry.unary<v1::AddDrawerEntryRequest, v1::Shift>(
        "/tessera.v1.ShiftService/AddDrawerEntry",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            addEntry(context, call, request, reply);
        });
    registry.unary<v1::CountShiftRequest, v1::Shift>(
        "/tessera.v1.ShiftService/CountShift",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            count(context, call, request, reply);
        });
    registry.unary<v1::CloseShiftRequest, v1::Shift>(
        "/tessera.v1.ShiftService/CloseShift",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            close(context, call, request, reply);
        });
    registry.unary<v1::GetShiftReportRequest, v1::ShiftReport>(
        "/tessera.v1.ShiftService/GetShiftReport",
        [=](const CallPtr& call, const auto& request, const auto& reply) {
            getReport(context, call, request, reply);
        });
}

}  // namespace tessera::api
