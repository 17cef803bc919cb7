namespace AbuseDesk.Deadlines.Feed;

/// <summary>Where a calendar program reads a feed.</summary>
public static class FeedAddress
{
    public const string Path = "/calendar";

    public const string Ending = ".ics";

    /// <summary>"https://abuse.cloud.example/calendar/….ics"; only the path where the desk has no public address.</summary>
    public static string Of(Uri? desk, string secret) => $"{desk?.AbsoluteUri.TrimEnd('/')}{Path}/{secret}{Ending}";
}
