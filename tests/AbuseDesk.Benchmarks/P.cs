namespace AbuseDesk; static class Placeholder { public static void Main() { } }
