-- A mark made by mistake is taken back: the person counts nowhere, and her marks are kept.
ALTER TYPE "AttendanceState" ADD VALUE 'NONE';
