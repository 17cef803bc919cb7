using System.Net;
using AbuseDesk.Deadlines.Feed;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices;
using AbuseDesk.Tests.Notices.Review;
using AbuseDesk.Tests.Staff;
using Dapper;

namespace AbuseDesk.Tests.Web;

/// <summary>
/// Every page, every form of it and every other endpoint, as the program itself lists them, tried by everybody. The approved table
/// says what each may; a page that is new shows up in it by itself.
/// </summary>
public sealed class WhoMayDoWhatOnThePages(Engine engine) : NoticeTest(engine)
{
    private static readonly (string Column, Actor? Person)[] Everybody =
    [
        ("agent", People.Ines), ("lead", People.Maren), ("legal", People.Ruth), ("admin", People.Admin), ("auditor", People.Auditor), ("nobody", null),
    ];

    // what signing in and out itself writes, and the record of who looked at which picture, whoever looks
    private static readonly string[] OfReaders = ["data_protection_keys", "staff", "sessions", "evidence_views", "journal_chains"];

    /// <summary>What a form must hold to be looked at by the use case behind it; all others are sent empty.</summary>
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["/cases/{ref} POST Lift"] = "suspension=S-2020-0001&status=scheduled&reason=x",
        ["/cases/{ref} POST TakeUp"] = "step=suspension",
        ["/cases/{ref}/check POST"] = "outcome=removed&at=2020-12-05T08:00&numbers=1",
        ["/cases/{ref}/event POST"] = "happened=order-received&at.local=2020-12-05T08:00&at.zone=America/Los_Angeles",
        ["/cases/{ref}/items/{number} POST Reverse"] = "clause=1.1&reason=x",
        ["/cases/{ref}/items/{number} POST Uphold"] = "clause=1.1&severity=high",
        ["/cases/{ref}/plan/assess POST"] = "verdict=adequate",
        ["/cases/{ref}/plan/receive POST"] = "file=x&at=2020-12-05T08:00",
        ["/deadlines POST"] = "deadline=D-2020-00099",
        ["/deadlines/{ref} POST Correct"] = "happened.local=2020-12-05T08:00&happened.zone=America/Los_Angeles&words=x",
        ["/deadlines/{ref} POST Extend"] = "until.local=2020-12-25T08:00&until.zone=America/Los_Angeles&words=x",
        ["/deadlines/{ref} POST Waive"] = "words=x",
    };

    protected override bool StartsTheWeb => true;

    [Test]
    public async Task Each_role_may_what_the_table_says()
    {
        var endpoints = await EndpointsAsync();
        var answers = new Dictionary<(string, string), string>();
        // who changes nothing comes first, so that nobody refuses them for what another has done
        foreach (var (column, person) in Everybody.Reverse())
        {
            foreach (var (endpoint, answer) in await TryAsync(person, endpoints))
                answers[(column, endpoint)] = answer;
        }

        ApprovedText.Check("WhoMayDoWhatOnThePages", "txt", Table(endpoints, answers));
    }

    [Test]
    public async Task An_auditor_changes_nothing_whatever_they_send()
    {
        var endpoints = await EndpointsAsync();
        await AddAsync(People.Auditor);
        var before = await TablesAsync();

        await TryAsync(People.Auditor, endpoints);

        var after = await TablesAsync();
        Assert.That(after.Keys, Is.EquivalentTo(before.Keys));
        foreach (var (table, rows) in before)
            Assert.That(after[table], Is.EqualTo(rows), table);
    }

    private async Task<IReadOnlyList<WebEndpoint>> EndpointsAsync()
    {
        var notice = await SubmittedAsync();
        await AddAsync(People.Tomas);
        var deadline = await Database.ReadAsync(connection => connection.QueryFirstAsync<string>("select ref from deadlines where status = 'open' order by id"));
        var screenshot = await Database.ReadAsync(connection => connection.QueryFirstAsync<string>("select sha256 from evidence where media_type like 'image/%' order by sha256"));
        return await WebEndpoint.ListAsync(WebServices, new Dictionary<string, string>
        {
            ["/cases/{ref}"] = CaseRef,
            ["/cases/{case}"] = CaseRef,
            ["/notices/{ref}"] = notice,
            ["/notices/{reference}"] = notice,
            ["/notices/draft"] = $"draft?case={CaseRef}",
            ["/deadlines/{ref}"] = deadline,
            ["{account}"] = "A-1042",
            ["{version}"] = "2020-12-01",
            ["{number}"] = "1",
            ["{login}"] = "tomas",
            ["{language}"] = "en",
            ["{kind}"] = "warning",
            ["{sha256}"] = screenshot,
            ["{secret}"] = $"{await Get<RenewCalendar>().RunAsync(People.Tomas, "tomas")}.ics",
        });
    }

    private async Task<IReadOnlyList<(string Endpoint, string Answer)>> TryAsync(Actor? person, IReadOnlyList<WebEndpoint> endpoints)
    {
        var browser = person is null ? Browser() : await SignedInAsync(person);
        var token = await TokenAsync(browser, person is null ? "/sign-in" : "/me");
        var answers = new List<(string, string)>();
        foreach (var endpoint in endpoints.OrderBy(Ends))
        {
            if (Ends(endpoint) && person is not null)
            {
                browser.Dispose();
                browser = await SignedInAsync(person);
                token = await TokenAsync(browser, "/me");
            }

            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), new Uri(endpoint.Url, UriKind.Relative));
            if (endpoint.Method == "POST") request.Content = Form(Typed.GetValueOrDefault(endpoint.Name, ""), token);
            using var answer = await browser.SendAsync(request);
            answers.Add((endpoint.Name, Said(endpoint, answer)));
        }

        browser.Dispose();
        return answers;
    }

    /// <summary>Whether it ends the session that the others need.</summary>
    private static bool Ends(WebEndpoint endpoint) =>
        endpoint.Name.Contains("sign-", StringComparison.Ordinal) || endpoint.Name.EndsWith("Everywhere", StringComparison.Ordinal);

    private static MultipartFormDataContent Form(string typed, string token)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var field in typed.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')))
        {
            if (field[0] == "file") form.Add(new ByteArrayContent("plan"u8.ToArray()), "file", "plan.txt");
            else form.Add(new StringContent(field[1]), field[0]);
        }

        return form;
    }

    /// <summary>A form that is empty is mostly not taken; that it was looked at at all shows that its sender may.</summary>
    private static string Said(WebEndpoint endpoint, HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.Forbidden) return "-";
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/sign-in?", StringComparison.Ordinal)) return "sign in";
        Assert.That((int)answer.StatusCode, Is.LessThan(500), $"{endpoint.Name} {endpoint.Url}");
        Assert.That(answer.StatusCode, Is.Not.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.MethodNotAllowed), $"{endpoint.Name} {endpoint.Url}");
        return endpoint.Method == "GET" ? "reads" : "acts";
    }

    private static string Table(IReadOnlyList<WebEndpoint> endpoints, Dictionary<(string, string), string> answers)
    {
        var widest = endpoints.Max(endpoint => endpoint.Name.Length);
        var rows = endpoints.OrderBy(endpoint => endpoint.Name, StringComparer.Ordinal).Select(endpoint => Row(endpoint.Name, [.. Everybody.Select(one => answers[(one.Column, endpoint.Name)])]));
        return string.Join('\n', [Row("", [.. Everybody.Select(one => one.Column)]), .. rows, ""]);

        string Row(string name, string[] cells) => (name.PadRight(widest) + string.Concat(cells.Select(cell => "  " + cell.PadRight(7)))).TrimEnd();
    }

    private Task<Dictionary<string, string>> TablesAsync() => Database.ReadAsync(async connection =>
    {
        var names = await connection.QueryAsync<string>(Database.IsPostgres
            ? "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
            : "select name from sqlite_master where type = 'table' and name not like 'sqlite%'");
        var tables = new Dictionary<string, string>();
        foreach (var name in names.Where(name => !OfReaders.Contains(name.ToLowerInvariant())))
        {
            var rows = await connection.QueryAsync($"select * from {name}{(name == "journal" ? " where act not in ('screenshot-viewed', 'evidence-shown', 'signed-out-everywhere')" : "")}");
            tables[name] = string.Join('\n', rows.Select(row => string.Join('|', ((IDictionary<string, object>)row).Values)));
        }

        return tables;
    });
}
