using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using AbuseDesk.Cases;
using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Notices;
using AbuseDesk.Tests.Notices.Review;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Tests.Staff;

/// <summary>
/// Every use case that somebody calls, found by its first parameter, tried by everybody with hardly anything in hand: rights come
/// before all else. The approved table says whom each refuses; a use case that is new shows up in it by itself.
/// </summary>
public sealed class WhoMayDoWhat(Engine engine) : NoticeTest(engine)
{
    private static readonly (string Column, Actor Person)[] Everybody =
    [
        ("agent", People.Ines), ("lead", People.Maren), ("legal", People.Ruth), ("admin", People.Admin), ("auditor", People.Auditor),
        ("worker", Actor.Worker), ("operator", Actor.Operator), ("none", new Actor("none", "Nils Onsager", new HashSet<Role>())),
    ];

    private static readonly Role[] LeastFirst = [Role.Auditor, Role.Admin, Role.Agent, Role.Legal];

    [Test]
    public async Task Each_role_may_what_the_table_says()
    {
        var notice = await SubmittedAsync();
        var deadline = await Database.ReadAsync(connection => connection.QueryFirstAsync<string>("select ref from deadlines where status = 'open' order by id"));
        var said = new Dictionary<(string, string), string>();
        // who may little comes first: what is open to them must not have been closed by another
        foreach (var (column, person) in Everybody.OrderBy(one => one.Person.Is(Role.Lead) ? 9 : Array.FindIndex(LeastFirst, one.Person.Is)))
        {
            foreach (var act in Acts().OrderBy(act => act.DeclaringType == typeof(CloseCase)))
                said[(Name(act), column)] = await IsRefusedAsync(act, person, notice, deadline) ? "-" : "acts";
        }

        var rows = Acts().Select(Name).Select(name => (name, Everybody.Select(one => said[(name, one.Column)]).ToArray()));
        ApprovedText.Check("WhoMayDoWhat", "txt", Table([.. rows]));
    }

    /// <summary>Acts of others' transactions are left out: who calls them has been let in already.</summary>
    private IEnumerable<MethodInfo> Acts() =>
        from type in typeof(Actor).Assembly.GetTypes()
        where type is { IsPublic: true, IsClass: true } && Desk.Services.GetService<IServiceProviderIsService>()!.IsService(type)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Actor)
        orderby Name(method)
        select method;

    private static string Name(MethodInfo act) =>
        act.DeclaringType!.FullName!["AbuseDesk.".Length..] + (act.Name == "RunAsync" ? "" : $".{act.Name[..^"Async".Length]}");

    private async Task<bool> IsRefusedAsync(MethodInfo act, Actor person, string notice, string deadline)
    {
        try
        {
            var given = act.GetParameters().Select(parameter => Given(parameter, person, notice, deadline)).ToArray();
            await (Task)act.Invoke(Desk.Services.GetRequiredService(act.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, given, null)!;
            return false;
        }
        catch (DeskException refused)
        {
            return refused.Refused;
        }
        catch (Exception beyond) when (beyond is ArgumentException or NullReferenceException or InvalidOperationException or DbException)
        {
            // they were let in, and then there was nothing to act on
            return false;
        }
    }

    private static object? Given(ParameterInfo parameter, Actor person, string notice, string deadline)
    {
        if (parameter.ParameterType == typeof(Actor)) return person;
        if (parameter.HasDefaultValue) return null;
        if (parameter.ParameterType.IsValueType) return RuntimeHelpers.GetUninitializedObject(parameter.ParameterType);
        if (parameter.ParameterType != typeof(string)) return null;
        return parameter.Name switch
        {
            "caseRef" => CaseRef,
            "deadlineRef" => deadline,
            "login" => "tomas",
            "reference" or "noticeRef" => notice,
            _ => "nothing",
        };
    }

    private static string Table(List<(string Name, string[] Cells)> rows)
    {
        var widest = rows.Max(row => row.Name.Length);
        return string.Join('\n', [Row("", [.. Everybody.Select(one => one.Column)]), .. rows.Select(row => Row(row.Name, row.Cells)), ""]);

        string Row(string name, string[] cells) => (name.PadRight(widest) + string.Concat(cells.Select(cell => "  " + cell.PadRight(8)))).TrimEnd();
    }
}
