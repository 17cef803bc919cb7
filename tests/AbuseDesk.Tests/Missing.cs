namespace AbuseDesk.Tests;

/// <summary>A part that a test needs and this machine lacks.</summary>
internal static class Missing
{
    /// <summary>Skips the test, or fails it where <c>ABUSEDESK_TEST_REQUIRE=all</c> says that everything is there.</summary>
    public static void Part(string said)
    {
        if (Environment.GetEnvironmentVariable("ABUSEDESK_TEST_REQUIRE") == "all") Assert.Fail(said);
        Assert.Ignore(said);
    }
}
