// SPDX-License-Identifier: Apache-2.0
// The REST API's JSON as `/v1/openapi.json` has it: protobuf's mapping, so that 64-bit numbers are
// strings, instants are RFC 3339, bytes are base64, and a field with its default may be absent.

export interface Money {
    currencyCode: string;
    minorUnits: string;
}

export interface PriceLine {
    kind: 'TICKET' | 'DISCOUNT' | 'FEE' | 'TAX';
    name: string;
    quantity: number;
    amount: Money;
    included?: boolean;
}

export interface PriceBreakdown {
    total: Money;
    net: Money;
    fees: Money;
    taxes: Money;
    discount: Money;
    lines: PriceLine[];
}

export interface Point {
    x?: number;
    y?: number;
}

export interface Shape {
    kind: 'CIRCLE' | 'ELLIPSE' | 'POLYGON' | 'RECTANGLE' | 'TEXT';
    center?: Point;
    radiusX?: number;
    radiusY?: number;
    points?: Point[];
    rotation?: number;
    fillColor?: string;
    borderColor?: string;
    text?: string;
}

export interface Category {
    categoryNo?: number;
    name: string;
    color: string;
}

export interface Seat {
    seatNo?: number;
    label?: string;
    x?: number;
    y?: number;
    categoryNo?: number;
    kind: 'ORDINARY' | 'WHEELCHAIR' | 'COMPANION';
    companionOf?: number;
    guid: string;
    radius?: number;
}

export interface Row {
    label?: string;
    seats: Seat[];
}

export interface Section {
    sectionNo?: number;
    name?: string;
    rows: Row[];
}

export interface Area {
    areaNo?: number;
    name: string;
    categoryNo?: number;
    capacity: number;
    shape?: Shape;
}

export interface Layout {
    layout: string;
    venue: string;
    name: string;
    version: number;
    width: number;
    height: number;
    categories: Category[];
    sections?: Section[];
    areas?: Area[];
    shapes?: Shape[];
    focalPoint?: Point;
    seatCount?: number;
}

export interface AreaAvailability {
    areaNo?: number;
    available?: number;
    capacity?: number;
}

export interface SeatMap {
    event: string;
    layout: string;
    revision?: string;
    statuses?: string;
    areas?: AreaAvailability[];
    serverTime: string;
}

export interface SeatRun {
    firstSeatNo?: number;
    count: number;
    status?: 'SEAT_AVAILABLE' | 'SEAT_HELD' | 'SEAT_SOLD' | 'SEAT_BLOCKED';
}

export interface SeatMapDelta {
    fromRevision?: string;
    runs?: SeatRun[];
    areas?: AreaAvailability[];
}

export interface SeatMapUpdate {
    revision: string;
    snapshot?: SeatMap;
    delta?: SeatMapDelta;
    serverTime: string;
}
