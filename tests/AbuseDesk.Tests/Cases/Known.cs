using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Reports;
using AbuseDesk.Tests.Evidence;
using NodaTime;
using SkiaSharp;

namespace AbuseDesk.Tests.Cases;

/// <summary>Customers, staff and terms that the tests of this folder start from, and short ways to say what they file.</summary>
internal static class Known
{
    /// <summary>Two customers; terms of 2019 and of 2020-12-01, where 6.2 became 7.4.</summary>
    public static Task CustomersAndTermsAsync(DeskDatabase database) => database.WriteAsync(async tx =>
    {
        var held = Instant.FromUtc(2019, 1, 1, 0, 0);
        var perch = await CustomerAsync(tx, "A-1042", "Perch Social");
        var heron = await CustomerAsync(tx, "A-1099", "Heron Forum");
        await ResourceAsync(tx, perch, "perch.example", held, null);
        await ResourceAsync(tx, heron, "heron.example", held, Instant.FromUtc(2020, 11, 20, 0, 0));
        await ResourceAsync(tx, perch, "heron.example", Instant.FromUtc(2020, 11, 20, 0, 0), null);
        var old = await TermsAsync(tx, "2019-05-01", Instant.FromUtc(2019, 5, 1, 7, 0));
        var current = await TermsAsync(tx, "2020-12-01", Instant.FromUtc(2020, 12, 1, 8, 0));
        await ClauseAsync(tx, old, "6.2", "Violence", "violence");
        await ClauseAsync(tx, old, "6.1", "Deception", "deception");
        await ClauseAsync(tx, current, "7.4", "Incitement to violence", "violence");
        await ClauseAsync(tx, current, "7.1", "Deception", "deception");
        await StaffAsync(tx, "ines", "Ines Calder", "agent");
        await StaffAsync(tx, "tomas", "Tomas Brandvold", "agent");
        await StaffAsync(tx, "maren", "Maren Lindqvist", "agent lead");
        await StaffAsync(tx, "ruth", "Ruth Ostrander", "legal");
    });

    public static FileReportRequest Report(string path, Instant seen, string clause = "6.2", Severity severity = Severity.High) => new()
    {
        Url = $"https://perch.example/p/{path}",
        SeenAt = seen,
        Clause = clause,
        Severity = severity,
        Excerpt = "Words are over.",
        Note = "seen in passing",
    };

    public static NewScreenshot Screenshot(Instant at, int width = 40) => new()
    {
        Bytes = Pictures.Noise(SKEncodedImageFormat.Png, width),
        FileName = "post.png",
        CapturedAt = at,
        CapturedBy = "ines",
        Method = "browser screenshot",
    };

    private static Task<int> StaffAsync(DeskTransaction tx, string login, string name, string roles) => tx.ExecuteAsync(
        """
        insert into staff (login, name, title, email, zone, roles, security_stamp, created_at)
        values (@login, @name, 'Abuse Desk', 'desk@cloud.example', 'UTC', @roles, 'x', @Now)
        """,
        new { login, name, roles, tx.Now });

    private static Task<long> CustomerAsync(DeskTransaction tx, string account, string name) => tx.GetAsync<long>(
        "insert into customers (account, name, created_at) values (@account, @name, @Now) returning id", new { account, name, tx.Now });

    private static Task<int> ResourceAsync(DeskTransaction tx, long customer, string domain, Instant from, Instant? to) => tx.ExecuteAsync(
        "insert into resources (customer_id, kind, value, held_from, held_to) values (@customer, 'domain', @domain, @from, @to)",
        new { customer, domain, from, to });

    private static Task<long> TermsAsync(DeskTransaction tx, string version, Instant effective) => tx.GetAsync<long>(
        """
        insert into terms_versions (version, title, effective_at, effective_local, effective_zone, document_sha256, contract_paths, published_at, published_by)
        values (@version, 'Terms of Service', @effective, '', 'America/Los_Angeles', '', '[]', @effective, 'admin') returning id
        """,
        new { version, effective });

    private static Task<int> ClauseAsync(DeskTransaction tx, long terms, string number, string heading, string topic) => tx.ExecuteAsync(
        "insert into clauses (terms_version_id, ordinal, number, heading, topic, body) values (@terms, 1, @number, @heading, @topic, 'Do not.')",
        new { terms, number, heading, topic });
}
