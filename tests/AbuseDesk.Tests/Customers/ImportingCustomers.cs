using AbuseDesk.Customers;
using AbuseDesk.Journal;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;

namespace AbuseDesk.Tests.Customers;

public sealed class ImportingCustomers(Engine engine) : DeskTest(engine)
{
    private ImportCustomers Import => Get<ImportCustomers>();

    [Test]
    public async Task The_sample_is_on_record_with_contacts_and_resources()
    {
        var summary = await Import.ImportSampleAsync();

        var perch = await Database.ReadAsync(connection => CustomerRecords.GetAsync(connection, "A-1042"));
        var contacts = await Database.ReadAsync(connection => CustomerRecords.ContactsAsync(connection, perch.Id));
        var resources = await Database.ReadAsync(connection => CustomerRecords.ResourcesAsync(connection, perch.Id));
        Assert.That((summary.CustomersAdded, summary.ContactsAdded, summary.ResourcesAdded, summary.Rows), Is.EqualTo((13, 22, 32, 67)));
        Assert.That(perch.Name, Is.EqualTo("Perch Social"));
        Assert.That(contacts.Select(row => (row.Role, row.Email, row.Locale, row.Zone)), Is.EqualTo(new[]
        {
            ("abuse", "abuse@perch.example", "fr-FR", "Europe/Paris"),
            ("legal", "legal@perch.example", "en-GB", "Europe/Paris"),
            ("owner", "owner@perch.example", "de-CH", "Europe/Zurich"),
        }));
        Assert.That(resources.Select(row => $"{row.Kind} {row.Value}"),
            Is.EqualTo(new[] { "domain cdn.perch.example", "domain perch.example", "range 198.51.100.32/27", "range 198.51.100.96/28" }));
        Assert.That(resources[0].HeldFrom, Is.EqualTo(At("2018-03-02T08:00:00Z")));
    }

    [Test]
    public async Task A_bare_date_is_midnight_in_the_zone_of_the_desk()
    {
        await Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Held("A-1", "domain", "a.example", "2018-07-02", "2018-12-01"));

        var row = await Database.ReadAsync(connection => connection.QuerySingleAsync<(NodaTime.Instant From, NodaTime.Instant To)>("select held_from, held_to from resources"));

        Assert.That(row, Is.EqualTo((At("2018-07-02T07:00:00Z"), At("2018-12-01T08:00:00Z"))));
    }

    [Test]
    public async Task The_same_list_again_changes_nothing_and_says_so()
    {
        await Import.ImportSampleAsync();

        var second = await Import.ImportSampleAsync();

        Assert.That(second.ChangesNothing, Is.True);
        Assert.That(second.ToString(), Is.EqualTo("read 67 rows, and all of them were on record already: nothing was changed"));
        Assert.That(await CountAsync("journal"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_changed_contact_and_a_new_end_are_written()
    {
        await Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Contact("A-1", "Old Name", "abuse@a.example")
            + CustomerLists.Contact("A-1", "Leaver", "leaver@a.example") + CustomerLists.Contact("A-1", "Owner", "owner@a.example", "owner")
            + CustomerLists.Held("A-1", "domain", "a.example"));

        var summary = await Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Contact("A-1", "New Name", "abuse@A.example")
            + CustomerLists.Held("A-1", "domain", "a.example", to: "2020-01-01T00:00:00Z"));

        var customer = await Database.ReadAsync(connection => CustomerRecords.GetAsync(connection, "A-1"));
        var contacts = await Database.ReadAsync(connection => CustomerRecords.ContactsAsync(connection, customer.Id));
        Assert.That(summary.ToString(), Does.EndWith("contacts 0 added, 1 changed, 1 removed; resources 0 added, 1 changed"));
        Assert.That(contacts.Select(row => $"{row.Name} {row.Email}"), Is.EqualTo(new[] { "New Name abuse@a.example", "Owner owner@a.example" }));
        Assert.That(await Database.ReadAsync(connection => CustomerRecords.ResourcesAsync(connection, customer.Id, At("2020-01-01T00:00:00Z"))), Is.Empty);
        Assert.That(await Database.ReadAsync(connection => CustomerRecords.ResourcesAsync(connection, customer.Id, At("2019-12-31T23:59:59Z"))), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_bad_row_keeps_the_whole_list_out()
    {
        Assert.That(() => Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Held("A-2", "domain", "a.example")),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("Row 3, column account: there is no customer “A-2”; add a row of the kind customer."));
        Assert.That((await CountAsync("customers"), await CountAsync("journal")), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public async Task Two_customers_on_one_range_are_named_by_row_and_row()
    {
        Assert.That(
            () => Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Customer("A-2")
                + CustomerLists.Held("A-1", "range", "198.51.100.0/24") + CustomerLists.Held("A-2", "range", "198.51.100.32/27")),
            Throws.TypeOf<DeskException>().With.Message.EqualTo(
                "Row 5, column value: range 198.51.100.32/27 of A-2 overlaps row 4, A-1 with range 198.51.100.0/24 at the same time; end one of them with held_to."));
        Assert.That(await CountAsync("resources"), Is.Zero);
    }

    [Test]
    public async Task An_overlap_with_what_is_on_record_names_the_customer()
    {
        await Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Held("A-1", "domain", "a.example"));

        Assert.That(() => Import.ImportAsync(CustomerLists.Customer("A-2") + CustomerLists.Held("A-2", "domain", "A.example.")),
            Throws.TypeOf<DeskException>().With.Message.Contains("Row 3, column value: domain a.example of A-2 overlaps what is on record, A-1"));
    }

    [Test]
    public async Task A_resource_passes_from_one_customer_to_the_next_in_one_list()
    {
        await Import.ImportAsync(CustomerLists.Customer("A-1") + CustomerLists.Held("A-1", "range", "198.51.100.0/24"));

        var summary = await Import.ImportAsync(CustomerLists.Customer("A-2")
            + CustomerLists.Held("A-1", "range", "198.51.100.0/24", to: "2020-01-01T00:00:00Z")
            + CustomerLists.Held("A-2", "range", "198.51.100.0/25", from: "2020-01-01T00:00:00Z"));

        Assert.That((summary.ResourcesAdded, summary.ResourcesChanged), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task What_looks_like_SQL_is_only_text()
    {
        const string name = "Robert'); drop table contacts; --";
        await Import.ImportAsync($"A-1,{name},customer,,,en-GB,Europe/London,,\n");

        Assert.That(await Database.ReadAsync(connection => connection.QuerySingleAsync<string>("select name from customers")), Is.EqualTo(name));
        Assert.That(await CountAsync("contacts"), Is.Zero);
    }

    [Test]
    public void An_agent_may_not_import() =>
        Assert.That(() => Import.RunAsync(People.Ines, Stream.Null, "customers.csv"), Throws.TypeOf<DeskException>().With.Message.Contains("may not import customers"));

    [Test]
    public async Task Customers_are_paged_by_account()
    {
        await Import.ImportSampleAsync();

        var first = await Database.ReadAsync(connection => CustomerRecords.ListAsync(connection, "", 2));
        var second = await Database.ReadAsync(connection => CustomerRecords.ListAsync(connection, first[^1].Account, 2));
        var details = await Database.ReadAsync(connection => connection.QuerySingleAsync<JournalEntry>("select * from journal"));

        Assert.That(first.Concat(second).Select(row => row.Account), Is.EqualTo(new[] { "A-0654", "A-0701", "A-0733", "A-0790" }));
        Assert.That(details.Details, Does.Contain("\"customers_added\":13"));
        Assert.That(() => Database.ReadAsync(connection => CustomerRecords.GetAsync(connection, "A-9")),
            Throws.TypeOf<DeskException>().With.Message.Contains("There is no customer “A-9”"));
    }

    private Task<long> CountAsync(string table) => Database.ReadAsync(connection => connection.QuerySingleAsync<long>($"select count(*) from {table}"));
}
