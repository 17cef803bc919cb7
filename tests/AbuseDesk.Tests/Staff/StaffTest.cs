using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Tests.Staff;

/// <summary>Two admins, an agent and a lawyer, who are on record with a password.</summary>
public abstract class StaffTest(Engine engine) : DeskTest(engine)
{
    protected const string Old = "correct horse battery";

    protected static Actor Second { get; } = new("berta", "Berta Ohm", new HashSet<Role> { Role.Admin });

    [SetUp]
    public async Task Hire()
    {
        foreach (var person in new[] { People.Admin, Second, People.Ines, People.Ruth })
        {
            await Get<AddStaff>().RunAsync(People.Admin, new NewStaffMember
            {
                Login = person.Login,
                Name = person.Name,
                Title = "Abuse Desk",
                Email = $"{person.Login}@cloud.example",
                Zone = "America/Los_Angeles",
                Roles = [.. person.Roles],
                Password = Old,
            });
        }
    }

    protected async Task<StaffMember> MemberAsync(Actor person) => (await Get<FindStaff>().RunAsync(person.Login))!;

    protected async Task<bool> OpensAsync(Actor person, string password)
    {
        var member = await MemberAsync(person);
        return Get<IPasswordHasher<StaffMember>>().VerifyHashedPassword(member, member.PasswordHash!, password) != PasswordVerificationResult.Failed;
    }

    protected Task<string> LastInJournalAsync() => Database.ReadAsync(connection => connection.QuerySingleAsync<string>(
        "select actor || ' ' || act || ': ' || summary || ' ' || details from journal where chain = 'desk' order by number desc limit 1"));
}
