// SPDX-License-Identifier: Apache-2.0
// Programs of the WebGL map. Corners come from vertex buffers, never from instances: software
// renderers draw each instance by itself. One camera for all: uCamera is (device pixels for each
// unit of the plan, x, y, device pixels for each CSS pixel), uScreen the size in device pixels.
import {Shader, UniformGroup, type TextureSource} from 'pixi.js';

const kHead = `#version 300 es
precision highp float;
uniform vec4 uCamera;
uniform vec2 uScreen;
vec4 placed(vec2 device) {
    vec2 clip = device / uScreen * 2.0 - 1.0;
    return vec4(clip.x, -clip.y, 0.0, 1.0);
}
`;

// Filled outlines; aPush moves a corner outwards by CSS pixels, for borders and soft edges.
const kBackdropVertex = `${kHead}
in vec2 aPosition;
in vec2 aPush;
in vec4 aColor;
out vec4 vColor;
void main() {
    vec2 device = aPosition * uCamera.x + uCamera.yz + aPush * uCamera.w;
    vColor = vec4(aColor.rgb * aColor.a, aColor.a);
    gl_Position = aColor.a > 0.0 || dot(aPush, aPush) > 0.0 ? placed(device) : vec4(2.0, 2.0, 2.0, 1.0);
}
`;
const kBackdropFragment = `#version 300 es
precision highp float;
in vec4 vColor;
out vec4 oColor;
void main() {
    oColor = vColor;
}
`;

// Pictures on the plan; aCell is (column, row, corner) of the picture. uPicture is (side, step,
// canvas width, canvas height) in device pixels.
const kSeatVertex = `${kHead}
uniform vec4 uPicture;
in vec2 aPosition;
in float aRadius;
in vec4 aCell;
out vec2 vUv;
void main() {
    vec2 corner = vec2(mod(aCell.z, 2.0), floor(aCell.z / 2.0));
    float halfSide = max(aRadius * uCamera.x, 1.0);
    vec2 device = aPosition * uCamera.x + uCamera.yz + (corner * 2.0 - 1.0) * halfSide;
    vec2 at = aCell.xy * uPicture.y + 1.0 + corner * uPicture.x;
    vUv = at / uPicture.zw;
    gl_Position = placed(device);
}
`;

// Texts: aPush is the corner's place from the middle in device pixels, snapped to whole ones.
const kTextVertex = `${kHead}
uniform vec2 uCanvas;
in vec2 aPosition;
in vec2 aPush;
in vec2 aUv;
out vec2 vUv;
void main() {
    vec2 device = floor(aPosition * uCamera.x + uCamera.yz + 0.5) + aPush;
    vUv = aUv / uCanvas;
    gl_Position = placed(device);
}
`;
const kPictureFragment = `#version 300 es
precision highp float;
in vec2 vUv;
out vec4 oColor;
uniform sampler2D uTexture;
void main() {
    oColor = texture(uTexture, vUv);
}
`;

export function cameraGroup(): UniformGroup {
    return new UniformGroup({
        uCamera: {value: new Float32Array([1, 0, 0, 1]), type: 'vec4<f32>'},
        uScreen: {value: new Float32Array([1, 1]), type: 'vec2<f32>'},
    });
}

export function backdropShader(camera: UniformGroup): Shader {
    return Shader.from({
        gl: {vertex: kBackdropVertex, fragment: kBackdropFragment, name: 'map-backdrop'},
        resources: {camera},
    });
}

export function seatShader(camera: UniformGroup, picture: UniformGroup, of: TextureSource): Shader {
    return Shader.from({
        gl: {vertex: kSeatVertex, fragment: kPictureFragment, name: 'map-seats'},
        resources: {camera, picture, uTexture: of, uSampler: of.style},
    });
}

export function textShader(camera: UniformGroup, canvas: UniformGroup, of: TextureSource): Shader {
    return Shader.from({
        gl: {vertex: kTextVertex, fragment: kPictureFragment, name: 'map-texts'},
        resources: {camera, canvas, uTexture: of, uSampler: of.style},
    });
}
