using System.Text;
using AbuseDesk.Customers;
using AbuseDesk.Tests.Staff;

namespace AbuseDesk.Tests.Customers;

/// <summary>Customer lists for the tests.</summary>
internal static class CustomerLists
{
    public const string Header = "account,name,kind,role,value,locale,zone,held_from,held_to\n";

    public static Task<ImportSummary> ImportAsync(this ImportCustomers import, string rows, string header = Header) =>
        import.RunAsync(People.Admin, new MemoryStream(Encoding.UTF8.GetBytes(header + rows)), "customers.csv");

    public static async Task<ImportSummary> ImportSampleAsync(this ImportCustomers import)
    {
        await using var sample = File.OpenRead(Policies.Sample("customers.csv"));
        return await import.RunAsync(People.Admin, sample, "customers.csv");
    }

    public static string Customer(string account) => $"{account},{account} Ltd,customer,,,en-GB,Europe/London,,\n";

    public static string Held(string account, string kind, string value, string from = "2018-01-01T00:00:00Z", string to = "") =>
        $"{account},,{kind},,{value},,,{from},{to}\n";

    public static string Contact(string account, string name, string email, string role = "abuse") =>
        $"{account},{name},contact,{role},{email},,,,\n";
}
