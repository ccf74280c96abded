namespace Wuzha.Web.Demo;

/// <summary>Invented people: names by turning two wheels, phones 13800001001 and up, each once.</summary>
internal sealed class DemoNames
{
    private const string Surnames = "江柳苏夏秦叶林岑梅白石云温舒安乔卓黎樊骆";
    private const string First = "松竹兰枫樟桐槐柏荷菱芷蘅溪岚汀川岳原野禾穗麦晨曦霖澍霁晴昀昭";
    private const string Second = "生文明远平和宁静实诚朴厚敏慧清正芳华林森";
    private int made;

    public (string Name, string Phone) Next()
    {
        var n = made++;
        return ($"{Surnames[n % Surnames.Length]}{First[n * 7 % First.Length]}{Second[(n / 3 + n) % Second.Length]}", $"1380000{1001 + n}");
    }
}
