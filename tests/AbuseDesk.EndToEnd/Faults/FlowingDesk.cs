using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Database;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Reports;
using AbuseDesk.Staff;
using AbuseDesk.Terms;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>A desk of its own over real time, on either engine, on which notices and reminders are made; its nodes are processes.</summary>
internal sealed class FlowingDesk : IAsyncDisposable
{
    public const string Login = "ines";
    public const string Password = "correct horse battery";

    private static readonly Actor Ines = new(Login, "Ines Example", new HashSet<Role> { Role.Agent });
    private static readonly Actor Ada = new("ada", "Ada Example", new HashSet<Role> { Role.Admin });

    private readonly string folder = Directory.CreateTempSubdirectory("abusedesk-faults-").FullName;
    private readonly string? server;
    private readonly string? databaseName;
    private readonly ServiceProvider services;
    private int posts;

    private FlowingDesk(string? server, string mail)
    {
        this.server = server;
        // Message-IDs of this desk end in a domain that no other desk has
        Domain = $"d{Guid.NewGuid():n}.cloud.example";
        Settings = new Dictionary<string, string>
        {
            ["ABUSEDESK_DATA"] = Path.Combine(folder, "data"),
            ["ABUSEDESK_MAIL"] = mail,
            ["ABUSEDESK_TEMPLATES"] = Templates(folder, Domain),
        };
        if (server is not null)
        {
            databaseName = "abusedesk_faults_" + Guid.NewGuid().ToString("n");
            Settings["ABUSEDESK_DATABASE"] = new NpgsqlConnectionStringBuilder(server) { Database = databaseName }.ToString();
        }

        services = new ServiceCollection().AddLogging().AddAbuseDesk(DeskSettings.From(name => Settings.GetValueOrDefault(name)), TimeProvider.System).BuildServiceProvider();
    }

    public string Domain { get; }

    /// <summary>The environment of a node.</summary>
    public Dictionary<string, string> Settings { get; }

    public DeskDatabase Database => Get<DeskDatabase>();

    public static async Task<FlowingDesk> OpenAsync(string? server, string mail)
    {
        var desk = new FlowingDesk(server, mail);
        if (server is not null) await desk.ServerAsync($"create database {desk.databaseName}");
        await desk.Get<DataFolder>().PrepareAsync();
        await desk.HireAsync(Ada, Actor.Operator);
        await desk.HireAsync(Ines, Ada);
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        await using var customers = File.OpenRead(Path.Combine(samples, "customers.csv"));
        await desk.Get<ImportCustomers>().RunAsync(Ada, customers, "customers.csv");
        foreach (var file in Directory.GetFiles(Path.Combine(samples, "terms"), "*.md").Order(StringComparer.Ordinal))
            await desk.Get<PublishTerms>().RunAsync(Ada, await File.ReadAllTextAsync(file), Path.GetFileName(file));
        await desk.SeedCasesAsync();
        return desk;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A forwarding about a new item, ready to be sent.</summary>
    public async Task<string> DraftAsync()
    {
        var now = Database.Now;
        var filed = await Get<FileReport>().RunAsync(Ines, new FileReportRequest
        {
            Url = $"https://perch.example/p/{++posts}",
            SeenAt = now,
            Clause = "7.4",
            Severity = Severity.High,
            Screenshots = [new NewScreenshot { Bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "social-network", "screenshots", "001.jpg")), CapturedAt = now, CapturedBy = Login, Method = "uploaded" }],
        });
        var drafted = await Get<DraftNotice>().RunAsync(Ines, new DraftNoticeRequest { CaseRef = filed.CaseRef, Kind = NoticeKind.Forwarding, ItemNumbers = [filed.ItemNumber] });
        return drafted.Ref;
    }

    /// <summary>Deadlines of the customer, each with a reminder that is due now; the workers find them.</summary>
    public Task MakeRemindersDueAsync(int count) => Database.WriteAsync(async tx =>
    {
        var customer = await tx.GetAsync<long>("select id from customers where account = 'A-1042'");
        var cases = (await tx.QueryAsync<long>("select id from cases where customer_id = @customer and title = 'Flow' order by id", new { customer })).ToList();
        for (var i = 0; i < count; i++)
        {
            await tx.ExecuteAsync(
                """
                insert into deadlines (ref, case_id, rule, whose, to_do, explanation, due_at, due_local, due_zone, status, started_at)
                values (@reference, @caseId, 'act_by', 'customer', 'remove the items', 'seeded', @due, '2030-01-01T00:00:00', 'UTC', 'open', @Now)
                """,
                new { reference = $"D-1999-{Guid.NewGuid().ToString("n")[..12]}", caseId = cases[i % cases.Count], due = tx.Now + Duration.FromDays(30), tx.Now });
            await tx.ExecuteAsync(
                "insert into reminders (deadline_id, remind_at, kind, audience, status) values ((select max(id) from deadlines), @Now, 'before', 'customer', 'planned')", new { tx.Now });
        }
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (databaseName is not null) await ServerAsync($"drop database if exists {databaseName} with (force)");
        Directory.Delete(folder, recursive: true);
    }

    private Task<StaffMember> HireAsync(Actor person, Actor by) => Get<AddStaff>().RunAsync(by, new NewStaffMember
    {
        Login = person.Login,
        Name = person.Name,
        Title = "Abuse Desk",
        Email = $"{person.Login}@cloud.example",
        Zone = "America/Los_Angeles",
        Roles = [.. person.Roles],
        Password = Password,
    });

    // mails of one case go one after the other: several cases keep several on their way
    private Task SeedCasesAsync() => Database.WriteAsync(async tx =>
    {
        for (var i = 1; i <= 8; i++)
        {
            await tx.ExecuteAsync(
                """
                insert into cases (ref, customer_id, title, status, turn, to_do, severity, severity_rank, assignee, opened_at)
                values (@reference, (select id from customers where account = 'A-1042'), 'Flow', 'open', 'customer', 'wait', 'high', 3, 'ines', @Now)
                """,
                new { reference = $"C-1999-{i:0000}", tx.Now });
        }
    });

    private static string Templates(string folder, string domain)
    {
        var (shipped, copy) = (Path.Combine(AppContext.BaseDirectory, "templates"), Path.Combine(folder, "templates"));
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var brand = Path.Combine(copy, "brand.yml");
        File.WriteAllText(brand, File.ReadAllText(brand).Replace("mail_domain: cloud.example", $"mail_domain: {domain}", StringComparison.Ordinal));
        return copy;
    }

    private async Task ServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
