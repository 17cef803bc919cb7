using NodaTime;

namespace AbuseDesk.Mail;

/// <summary>How long a mail waits after an attempt that failed for the moment; after about three days it is given up.</summary>
internal static class RetryPause
{
    private static readonly int[] Minutes = [1, 5, 15, 60, 120, 240];
    private const int Last = 22;
    private const double Spread = 0.1;

    /// <param name="attempts">How many have failed, this one included.</param>
    /// <returns>The pause, a little longer by chance, so that mails that failed together do not all come back together; null where no further attempt is made.</returns>
    public static Duration? After(int attempts) =>
        attempts >= Last ? null : Duration.FromMinutes(Minutes[Math.Min(attempts, Minutes.Length) - 1]) * (1 + Random.Shared.NextDouble() * Spread);
}
