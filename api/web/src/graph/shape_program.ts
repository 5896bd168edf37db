/** Draw polygons with WebGL: each node is a triangle around its circle, filled where a signed distance says inside. */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Point } from "./shapes";

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;
type Uniform = (typeof UNIFORMS)[number];

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_point;
varying float v_edge;
const float bias = 255.0 / 254.0;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  v_point = 2.0 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + radius * v_point, 1)).xy, 0, 1);
  v_edge = 2.0 * u_correctionRatio / radius;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

/** Return GLSL for the signed distance to a polygon, one step for each side. Source: iquilezles.org, distfunctions2d. */
function fragment(polygon: readonly Point[]): string {
  const write = ([x, y]: Point): string => `vec2(${x.toFixed(5)}, ${y.toFixed(5)})`;
  const sides = polygon.map((from, index) => `side(p, ${write(from)}, ${write(polygon.at(index - 1) ?? from)}, d, s);`);
  return `
precision highp float;
varying vec4 v_color;
varying vec2 v_point;
varying float v_edge;
void side(vec2 p, vec2 from, vec2 to, inout float d, inout float s) {
  vec2 e = to - from;
  vec2 w = p - from;
  vec2 b = w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0);
  d = min(d, dot(b, b));
  bvec3 c = bvec3(p.y >= from.y, p.y < to.y, e.x * w.y > e.y * w.x);
  if (all(c) || all(not(c))) s = -s;
}
void main(void) {
  vec2 p = v_point;
  gl_FragColor = vec4(0.0);
  if (dot(p, p) > 1.1) return; // outside the circle that every shape lies in
  float d = 9.0;
  float s = 1.0;
  ${sides.join("\n  ")}
  float away = s * sqrt(d);
  #ifdef PICKING_MODE
  gl_FragColor = away > 0.0 ? vec4(0.0) : v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), smoothstep(-v_edge, 0.0, away));
  #endif
}`;
}

/** Return a program of sigma's that draws every node as a polygon (of points within the unit circle). */
export function shapeProgram(polygon: readonly Point[]): NodeProgramType {
  const source = fragment(polygon);
  return class extends NodeProgram<Uniform> {
    getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: source,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
      this.array.set([data.x, data.y, data.size, floatColor(data.color), nodeIndex], start);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    }
  };
}
