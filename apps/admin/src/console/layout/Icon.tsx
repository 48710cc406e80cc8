import type { IconName } from './menu.ts';

/** Our own marks, drawn like the ring: open strokes on a grid of 18. */
const paths: Record<IconName, string> = {
  overview: 'M3 4.5h7M3 9h12M3 13.5h9',
  'role-profiles': 'M4 2.5h10v13H4zM7 6h4M7 9h4M7 12h2',
  occupations: 'M2.5 6.5h13v8h-13zM6.5 6.5v-3h5v3M2.5 10h13',
  framework: 'M4 3v11.5h3M4 8h3M9 6.5h6v3H9zM9 13h6v3H9z',
  'own-items': 'M9 2.5l5.5 3v7L9 15.5l-5.5-3v-7zM9 6v6M6 9h6',
  releases: 'M5 2.5v13M5 5.5h9M5 9h6M5 12.5h9M3.5 5.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  proposals: 'M3 3.5h12v8H8.5L5 15v-3.5H3zM6 6.5h6M6 8.8h4',
  analysis: 'M3 3h4v4H3zM11 3h4v4h-4zM3 11h4v4H3zM11 11h4v4h-4zM7 5h4M5 7v4M13 7v4M7 13h4',
  crosswalks: 'M2.5 3.5h5v4h-5zM10.5 10.5h5v4h-5zM7.5 5.5h5.5v5M10.5 12.5H5v-5',
  workers: 'M9 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 15.5c0-3 2.5-5 6-5s6 2 6 5',
  teams: 'M3 3.5h5v5H3zM10 3.5h5v5h-5zM3 10.5h5v5H3zM10 10.5h5v5h-5z',
  assessments: 'M3 9.5l3.5 3.5L15 4.5',
  'gap-scores': 'M3 15V3M3 15h12M6 12v-1M9.5 12V8M13 12V5',
  qualifications: 'M3 4h12v11.5H3zM3 7.5h12M6.5 2.5V5M11.5 2.5V5M6.5 11.5l2 2 3.5-3.5',
  'what-if': 'M4 15V9.5M4 9.5C4 6 8 6 8 3M4 9.5C4 6 12 8 14 4M11.5 3.5H14.5V6.5M6 5l2-2 2 2',
  'rating-policy': 'M9 2.5v13M4 5h10M4 5l-2 5h4zM14 5l-2 5h4zM6 15.5h6',
  programmes: 'M1.5 6.5L9 3l7.5 3.5L9 10zM5 8.5v4c2 1.5 6 1.5 8 0v-4',
  'programme-sessions': 'M3 4h12v11.5H3zM3 7.5h12M6.5 2.5V5M11.5 2.5V5M6 10.5h2M10 10.5h2M6 13h2',
  'training-plans': 'M3 3.5h4v4H3zM3 11h4v4H3zM10 5.5h5M10 13h5M5 7.5V11',
  jobs: 'M9 2.5a6.5 6.5 0 1 0 6.5 6.5M9 5.5V9l2.5 2',
  users:
    'M6.5 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2 15c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M12 3.5a2.5 2.5 0 0 1 0 4.5M13 11c1.8.4 3 1.8 3 4',
  organisations: 'M3 15.5V6l5 3V6l5 3V3h2.5v12.5z',
};

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
