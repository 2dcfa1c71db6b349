// SPDX-License-Identifier: Apache-2.0
// Events, reservations, orders and tickets as JSON; see types.ts for how protobuf maps to it.
import type {Money, PriceBreakdown} from './types';

export interface Venue {
    venue: string;
    name: string;
    city: string;
    countryCode?: string;
    timeZone: string;
}

export interface TicketType {
    ticketTypeNo?: number;
    name: string;
}

export interface Price {
    categoryNo?: number;
    ticketTypeNo?: number;
    minorUnits?: string;
    allIn?: Money;
}

export interface Fee {
    name: string;
    kind: 'PER_TICKET' | 'PER_ORDER' | 'PERCENT';
    minorUnits?: string;
    ratePpm?: number;
}

export interface SaleWindows {
    presaleOpensAt?: string;
    opensAt?: string;
    closesAt?: string;
}

// What buyers may do with their tickets by their own hand; an absent time: nothing of the kind.
export interface AfterSale {
    returnsUntil?: string;
    returnFeePpm?: number;
    transfersUntil?: string;
}

export interface EventConfig {
    name: string;
    description?: string;
    imageUrl?: string;
    terms?: string;
    startsAt: string;
    currencyCode: string;
    ticketTypes: TicketType[];
    prices?: Price[];
    fees?: Fee[];
    limits?: {perOrder?: number; perBuyer?: number};
    holdDuration?: string;
    payDuration?: string;
    saleWindows?: SaleWindows;
    channels?: string[];
    afterSale?: AfterSale;
}

// What became of an event whose tickets were sold already.
export interface Disruption {
    kind: 'CANCELLED' | 'MOVED';
    // Orders made before this are concerned.
    createTime: string;
    // The organiser's words; may be absent.
    note?: string;
    // These are of MOVED.
    previousStartsAt?: string;
    answerUntil?: string;
    refundUnanswered?: boolean;
}

export interface TesseraEvent {
    event: string;
    venue: Venue;
    layout: string;
    config: EventConfig;
    saleState: 'DRAFT' | 'OPEN' | 'CLOSED' | 'CANCELLED';
    serverTime: string;
    // Absent: it takes place as it was sold.
    disruption?: Disruption;
}

export interface EventSummary {
    event: string;
    name: string;
    venueName: string;
    city: string;
    timeZone: string;
    startsAt: string;
    saleState: 'DRAFT' | 'OPEN' | 'CLOSED' | 'CANCELLED';
    priceFrom?: Money;
    // A picture's address; empty: none.
    imageUrl?: string;
    // From when everybody may buy; absent: at once.
    opensAt?: string;
    // Absent: it takes place as it was sold.
    disruption?: Disruption;
}

export interface ListEventsResponse {
    events?: EventSummary[];
    nextPageToken?: string;
}

export interface PlaceLabel {
    section?: string;
    row?: string;
    seat?: string;
}

export interface ReservedSeat {
    seatNo?: number;
    ticketTypeNo?: number;
    categoryNo?: number;
    label: PlaceLabel;
    price: Money;
}

export interface ReservedArea {
    areaNo?: number;
    ticketTypeNo?: number;
    quantity: number;
    categoryNo?: number;
    label: PlaceLabel;
    price: Money;
}

export interface Reservation {
    reservation: string;
    event: string;
    state: 'HELD' | 'PAYING' | 'ALLOCATED' | 'RELEASED';
    seats?: ReservedSeat[];
    areas?: ReservedArea[];
    expireTime?: string;
    serverTime: string;
    price: PriceBreakdown;
    holderToken?: string;
    order?: string;
    releaseReason?:
        | 'EXPIRED'
        | 'CANCELLED'
        | 'NOT_PAID'
        | 'ORDER_CANCELLED'
        | 'REFUNDED'
        | 'EVENT_CANCELLED';
}

export interface Payment {
    payment: string;
    provider: string;
    state: 'OPENING' | 'PAYABLE' | 'AUTHORIZED' | 'CAPTURED' | 'VOIDED' | 'FAILED' | 'REFUNDED';
    amount: Money;
    providerObject?: string;
    clientSecret?: string;
    confirmUrl?: string;
    publishableKey?: string;
    // The provider's own page to pay at; empty where it has none.
    pageUrl?: string;
    tenderKind?: 'CARD' | 'CASH' | 'GIFT_CARD' | 'INVOICE' | 'EXCHANGE' | 'READER';
}

export type OrderState =
    | 'PAYING'
    | 'FENCING'
    | 'CANCELLING'
    | 'ALLOCATED'
    | 'PAID'
    | 'UNPAID'
    | 'COMPENSATING'
    | 'RELEASED'
    | 'MANUAL';

export interface Refund {
    refund: string;
    // The first refund of the same call: what was asked for at once may go back in parts.
    group: string;
    state: 'QUEUED' | 'PENDING' | 'SUCCEEDED' | 'MANUAL';
    reason: string;
    amount: Money;
    retained?: Money;
    tickets?: string[];
}

export interface Order {
    order: string;
    event: string;
    reservation: string;
    state: OrderState;
    createTime?: string;
    payDeadline?: string;
    total: Money;
    price: PriceBreakdown;
    // Of an order that is paid in parts several; at most one is OPENING or PAYABLE.
    payments?: Payment[];
    covered?: Money;
    refunds?: Refund[];
    seats?: ReservedSeat[];
    areas?: ReservedArea[];
    ticketCount?: number;
    serverTime: string;
    // The buyer keeps the tickets for the event's new date.
    moveAccepted?: boolean;
}

export interface Ticket {
    ticket: string;
    seatNo?: number;
    areaNo?: number;
    label: PlaceLabel;
    ticketTypeNo?: number;
    categoryNo?: number;
    state: 'INACTIVE' | 'ACTIVE' | 'VOID';
    code?: string;
    qrSvg?: string;
    qrPng?: string;
    price?: Money;
    // The order that it is given up for.
    exchangeOrder?: string;
    // The open transfer that it is offered by.
    offer?: string;
    // The transfer by which its holder got it; the buyer's own have none.
    transfer?: string;
}

// Tickets on their way to another holder. The token is told once.
export interface Transfer {
    transfer: string;
    event: string;
    order: string;
    token?: string;
}

export interface TicketQuantity {
    ticketTypeNo: number;
    quantity: number;
}

// Exactly one of the three.
export interface Selection {
    seats?: {seats: {seatNo: number; ticketTypeNo: number}[]};
    bestAvailable?: {
        quantities: TicketQuantity[];
        categoryNos: number[];
        wheelchairPlaces: number;
        together: 'REQUIRED' | 'PREFERRED';
    };
    generalAdmission?: {areaNo: number; quantities: TicketQuantity[]};
}

export interface Buyer {
    name: string;
    email: string;
    language: string;
}
